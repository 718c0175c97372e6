using TrendGrains.Inference.Catalog;

namespace TrendGrains.Inference.Tokenizers;

/// <summary>Text in, a model's rows and their weights out: <see cref="HashedNGrams"/> or <see cref="HashedStream"/>. Safe for use by several threads.</summary>
internal interface ITextFeatures
{
    /// <summary>Never empty, whatever the text.</summary>
    TokenFeatures Features(string text);

    public static ITextFeatures Of(TokenizerSettings settings) => settings.Kind == HashedStream.Kind ? new HashedStream(settings) : new HashedNGrams(settings);

    /// <summary>Null when these settings can be followed.</summary>
    public static string? WhyRefused(TokenizerSettings settings) => settings switch
    {
        { Kind: not (HashedNGrams.Kind or HashedStream.Kind) } => $"tokenizer '{settings.Kind}' is unknown; this version knows '{HashedNGrams.Kind}' and '{HashedStream.Kind}'.",
        { Buckets: < 1 or > 1 << 24 } => $"{settings.Buckets} buckets are not between 1 and {1 << 24}.",
        { MaxChars: < 1 or > 1 << 20 } => $"maxChars {settings.MaxChars} is not between 1 and {1 << 20}.",
        _ when !IsRange(settings.CjkNGrams) || !IsRange(settings.OtherNGrams) => "an n-gram range is not two lengths between 1 and 8, the shorter first.",
        { Kind: HashedStream.Kind } when !IsRange(settings.WordNGrams) || !settings.CjkNGrams.SequenceEqual(settings.OtherNGrams) =>
            $"'{HashedStream.Kind}' wants wordNGrams, two lengths between 1 and 8, and one range of letters for all scripts.",
        _ => null,
    };

    private static bool IsRange(int[]? lengths) => lengths is [>= 1 and <= 8, <= 8] && lengths[0] <= lengths[1];
}
