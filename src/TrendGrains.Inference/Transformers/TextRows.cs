using TrendGrains.Inference.Catalog;
using TrendGrains.Inference.Tokenizers.Hub;

namespace TrendGrains.Inference.Transformers;

/// <summary>Turns texts into rows of tokens. Safe for use by several threads.</summary>
internal sealed class TextRows(HubTokenizer tokenizer, TransformerSettings settings, IReadOnlyList<string> labels)
{
    // Of a text far longer than the model reads, a part with so many letters for each token is cut first, and the whole only if that is not enough.
    private const int LettersAToken = 64;

    private readonly string[]? hypotheses = settings.Kind == TransformerSettings.ZeroShot
        ? [.. labels.Select(l => (settings.Hypothesis ?? "This example is {}.").Replace("{}", l, StringComparison.Ordinal))]
        : null;

    private readonly Truncation truncation = new(
        settings.MaxTokens,
        settings.Kind == TransformerSettings.ZeroShot ? TruncationStrategy.OnlyFirst : TruncationStrategy.LongestFirst,
        tokenizer.Truncation?.CutsStart ?? false);

    public TokenizedText Of(string text)
    {
        var prefixed = settings.Prefix is null ? text : settings.Prefix + text;
        return new TokenizedText(hypotheses is null
            ? [Row(prefixed, null)]
            : Array.ConvertAll(hypotheses, h => Row(prefixed, h)));
    }

    private TokenizedRow Row(string text, string? second)
    {
        var row = new TokenRow();
        var most = (settings.MaxTokens + 64) * LettersAToken;
        if (text.Length > most)
        {
            tokenizer.Encode(truncation.CutsStart ? text[^most..] : text[..most], second, row, truncation: truncation);
            if (row.Count == settings.MaxTokens)
            {
                return Kept(row);
            }
        }
        tokenizer.Encode(text, second, row, truncation: truncation);
        return Kept(row);
    }

    private static TokenizedRow Kept(TokenRow row) =>
        new(row.Ids.ToArray(), row.TypeIds.ContainsAnyExcept(0) ? row.TypeIds.ToArray() : null);
}
