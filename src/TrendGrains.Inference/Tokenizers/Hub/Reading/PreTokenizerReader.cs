using System.Text;
using System.Text.Json;
using TrendGrains.Inference.Tokenizers.Hub.Characters;
using TrendGrains.Inference.Tokenizers.Hub.PreTokenizers;

namespace TrendGrains.Inference.Tokenizers.Hub.Reading;

internal static class PreTokenizerReader
{
    public static PreTokenizer Read(JsonElement part) => part.TypeOf() switch
    {
        "BertPreTokenizer" => new BertWords(),
        "Whitespace" => new WordRuns(),
        "WhitespaceSplit" => new PatternSplit(new ClassPattern(CharacterClasses.IsWhitespace), SplitBehavior.Removed, inverts: false),
        "Punctuation" => new PatternSplit(new ClassPattern(CharacterClasses.IsPunctuation), part.Choice("behavior", SplitBehavior.Isolated), inverts: false),
        "Digits" => new PatternSplit(
            new ClassPattern(CharacterClasses.IsNumeric),
            part.Flag("individual_digits") ?? false ? SplitBehavior.Isolated : SplitBehavior.Contiguous,
            inverts: false),
        "CharDelimiterSplit" or "Delimiter" => new PatternSplit(new ClassPattern(Sign(part, "delimiter").Equals), SplitBehavior.Removed, inverts: false),
        "Split" => new PatternSplit(PatternReader.Read(part.Demand("pattern")), part.Choice("behavior", SplitBehavior.Removed), part.Flag("invert") ?? false),
        "FixedLength" => new FixedLength(part.Number("length") is null or >= 1 ? part.Number("length") ?? 5 : throw new TokenizerFormatException("'length' is not above zero.")),
        "Metaspace" => Metaspace(part),
        "ByteLevel" => new ByteLevel(
            part.Flag("add_prefix_space") ?? true,
            part.Flag("use_regex") ?? true ? new PatternSplit(new RegexPattern(ByteLevel.Words), SplitBehavior.Isolated, inverts: false) : null),
        "Sequence" => new PreTokenizerSequence([.. part.List("pretokenizers").Select(Read)]),
        var other => throw new TokenizerFormatException($"the pre-tokeniser '{other}' is not known."),
    };

    /// <summary>Whether a part of it asks where a piece stood in the given text.</summary>
    public static bool NeedsOrigins(JsonElement part) => part.TypeOf() switch
    {
        "Sequence" => part.List("pretokenizers").Any(NeedsOrigins),
        "Metaspace" => Scheme(part) == PrependScheme.First,
        _ => false,
    };

    private static Metaspace Metaspace(JsonElement part)
    {
        var sign = Sign(part, "replacement");
        return new Metaspace(
            sign <= char.MaxValue ? (char)sign : throw new TokenizerFormatException("'replacement' is beyond the basic plane."),
            Scheme(part),
            part.Flag("split") ?? true);
    }

    /// <summary>Older files say only whether there is a prefix.</summary>
    private static PrependScheme Scheme(JsonElement part)
    {
        var scheme = part.Choice("prepend_scheme", PrependScheme.Always);
        return part.Flag("add_prefix_space") != false ? scheme
            : part.Text("prepend_scheme") is null or "never" ? PrependScheme.Never
            : throw new TokenizerFormatException("'add_prefix_space' does not match 'prepend_scheme'.");
    }

    private static int Sign(JsonElement part, string name)
    {
        var text = part.Text(name) ?? "";
        return Rune.DecodeFromUtf16(text, out var rune, out var width) == System.Buffers.OperationStatus.Done && width == text.Length
            ? rune.Value
            : throw new TokenizerFormatException($"'{name}' is not one character.");
    }
}
