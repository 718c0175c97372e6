using System.Text;
using System.Text.Json;
using TrendGrains.Inference.Tokenizers.Hub.Subwords;

namespace TrendGrains.Inference.Tokenizers.Hub.Reading;

internal static class ModelReader
{
    public static SubwordModel Read(JsonElement part) => (part.Text("type") ?? Guess(part)) switch
    {
        "WordPiece" => new WordPiece(
            Vocabulary(part),
            part.Text("unk_token") ?? "[UNK]",
            part.Text("continuing_subword_prefix") ?? "##",
            part.Number("max_input_chars_per_word") ?? 100),
        "WordLevel" => new WordLevel(Vocabulary(part), part.Text("unk_token") ?? "<unk>"),
        "Unigram" => Unigram(part),
        "BPE" => BytePair(part),
        var other => throw new TokenizerFormatException($"the model '{other}' is not known."),
    };

    /// <summary>Files from before the type was written.</summary>
    private static string Guess(JsonElement part) =>
        part.Part("merges") is not null ? "BPE"
        : part.Part("vocab") is { ValueKind: JsonValueKind.Array } ? "Unigram"
        : part.Part("continuing_subword_prefix") is not null ? "WordPiece"
        : "WordLevel";

    private static Vocabulary Vocabulary(JsonElement part)
    {
        var listed = part.Demand("vocab");
        if (listed.ValueKind != JsonValueKind.Object)
        {
            throw new TokenizerFormatException("'vocab' is not a list of tokens with ids.");
        }
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var token in listed.EnumerateObject())
        {
            ids[token.Name] = token.Value.DemandId(token.Name);
        }
        return new Vocabulary(ids);
    }

    private static Unigram Unigram(JsonElement part)
    {
        var pieces = part.List("vocab").Select(p => p.ValueKind == JsonValueKind.Array && p.GetArrayLength() == 2
            && p[0].ValueKind == JsonValueKind.String && p[1].ValueKind == JsonValueKind.Number
                ? (p[0].GetString()!, p[1].GetDouble())
                : throw new TokenizerFormatException("'vocab' has an entry that is not a token and its score.")).ToArray();
        return pieces.Length > 0
            ? new Unigram(pieces, part.Number("unk_id"), part.Flag("byte_fallback") ?? false)
            : throw new TokenizerFormatException("'vocab' is empty.");
    }

    private static BytePair BytePair(JsonElement part)
    {
        if (part.Part("dropout") is { ValueKind: JsonValueKind.Number } dropout && dropout.GetDouble() > 0)
        {
            throw new TokenizerFormatException("'dropout' makes the tokens random; set it to null.");
        }
        var vocabulary = Vocabulary(part);
        var settings = new BytePairSettings(
            part.Text("unk_token"),
            NotEmpty(part.Text("continuing_subword_prefix")),
            NotEmpty(part.Text("end_of_word_suffix")),
            part.Flag("fuse_unk") ?? false,
            part.Flag("byte_fallback") ?? false,
            part.Flag("ignore_merges") ?? false);
        return new BytePair(vocabulary, new MergeTable([.. Merges(part, vocabulary, settings.Prefix ?? "")]), settings);
    }

    private static string? NotEmpty(string? text) => text is { Length: > 0 } ? text : null;

    /// <summary>Pairs as <c>"a b"</c> or as <c>["a", "b"]</c>.</summary>
    private static IEnumerable<(int Left, int Right, int Made)> Merges(JsonElement part, Vocabulary vocabulary, string prefix)
    {
        var joined = new StringBuilder();
        foreach (var merge in part.List("merges"))
        {
            var (left, right) = merge switch
            {
                { ValueKind: JsonValueKind.Array } when merge.GetArrayLength() == 2 => (merge[0].GetString()!, merge[1].GetString()!),
                { ValueKind: JsonValueKind.String } when merge.GetString()!.StartsWith("#version", StringComparison.Ordinal) => ("", ""),
                { ValueKind: JsonValueKind.String } when merge.GetString()!.Split(' ') is [var first, var second] => (first, second),
                _ => throw new TokenizerFormatException("'merges' has an entry that is not a pair."),
            };
            if (left.Length == 0 && right.Length == 0)
            {
                continue;
            }
            joined.Clear().Append(left).Append(right.Length >= prefix.Length ? right.AsSpan(prefix.Length) : "");
            yield return (vocabulary.Demand(left, "which a merge takes"), vocabulary.Demand(right, "which a merge takes"), vocabulary.Demand(joined.ToString(), "which a merge makes"));
        }
    }
}
