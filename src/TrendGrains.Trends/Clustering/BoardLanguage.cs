namespace TrendGrains.Trends.Clustering;

/// <summary>Which board an item of a language goes to: one for each primary language, <see cref="Unknown"/> for the rest.</summary>
public static class BoardLanguage
{
    /// <summary>BCP 47 for undetermined.</summary>
    public const string Unknown = "und";

    /// <summary>The primary subtag of a BCP 47 tag in lower case (<c>ko-KR</c> → <c>ko</c>); <c>und</c> for none, and for what is no language.</summary>
    public static string Of(string? tag)
    {
        var end = tag.AsSpan().IndexOfAny('-', '_');
        var primary = (end < 0 ? tag.AsSpan() : tag.AsSpan(0, end)).Trim();
        if (primary.Length is < 2 or > 3 || primary.ContainsAnyExcept(letters))
        {
            return Unknown;
        }

        // Several languages, no linguistic content, no code for it (ISO 639-2): nothing that items could have in common.
        return primary.ToString().ToLowerInvariant() is var code and not ("mul" or "zxx" or "mis") ? code : Unknown;
    }

    private static readonly System.Buffers.SearchValues<char> letters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
}
