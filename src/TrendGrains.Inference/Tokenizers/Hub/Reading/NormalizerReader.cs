using System.Text;
using System.Text.Json;
using TrendGrains.Inference.Tokenizers.Hub.Characters;
using TrendGrains.Inference.Tokenizers.Hub.Normalizers;

namespace TrendGrains.Inference.Tokenizers.Hub.Reading;

internal static class NormalizerReader
{
    public static Normalizer Read(JsonElement part) => part.TypeOf() switch
    {
        "BertNormalizer" or "Bert" => Bert(part),
        "NFC" => new UnicodeForm(NormalizationForm.FormC),
        "NFD" => new UnicodeForm(NormalizationForm.FormD),
        "NFKC" => new UnicodeForm(NormalizationForm.FormKC),
        "NFKD" => new UnicodeForm(NormalizationForm.FormKD),
        "Lowercase" => new LowerCase(),
        "StripAccents" => new CharacterFilter(CharacterClasses.IsCombiningMark),
        "Strip" => new Strip(part.Flag("strip_left") ?? true, part.Flag("strip_right") ?? true),
        "Replace" => new Replace(PatternReader.Read(part.Demand("pattern")), part.Text("content") ?? throw new TokenizerFormatException("a replacement has no 'content'.")),
        "Prepend" => new Prepend(part.Text("prepend") ?? throw new TokenizerFormatException("'prepend' is missing.")),
        // Some exports say that there is a map and leave it out.
        "Precompiled" => part.Text("precompiled_charsmap") is { Length: > 0 } ? new Precompiled(Map(part)) : new NormalizerSequence([]),
        "Nmt" => new NormalizerSequence([new CharacterFilter(IsDroppedByNmt), new CharacterMap(BlankByNmt)]),
        "ByteLevel" => new ByteCharacters(),
        "Sequence" => new NormalizerSequence([.. part.List("normalizers").Select(Read)]),
        var other => throw new TokenizerFormatException($"the normaliser '{other}' is not known."),
    };

    private static BertNormalizer Bert(JsonElement part)
    {
        var lowercases = part.Flag("lowercase") ?? true;
        return new BertNormalizer(part.Flag("clean_text") ?? true, part.Flag("handle_chinese_chars") ?? true, part.Flag("strip_accents") ?? lowercases, lowercases);
    }

    private static byte[] Map(JsonElement part)
    {
        try
        {
            return Convert.FromBase64String(part.Text("precompiled_charsmap") ?? "");
        }
        catch (FormatException e)
        {
            throw new TokenizerFormatException("precompiled_charsmap is not base64.", e);
        }
    }

    private static bool IsDroppedByNmt(int c) =>
        c is (>= 0x01 and <= 0x08) or 0x0B or (>= 0x0E and <= 0x1F) or 0x7F or 0x8F or 0x9F;

    private static char BlankByNmt(char c) =>
        c is '\u0009' or '\u000A' or '\u000C' or '\u000D' or '\u1680' or (>= '\u200B' and <= '\u200F') or '\u2028' or '\u2029' or '\u2581' or '\uFEFF' or '\uFFFD' ? ' ' : c;
}
