namespace TrendGrains.Press.Sites;

internal static class Slug
{
    private const int MostWords = 7;

    /// <summary>The first ASCII words of a title with a dash after each; empty for a Korean one.</summary>
    public static string Of(string title)
    {
        var words = title.ToLowerInvariant()
            .Split([' ', '-', '–', '—', ',', '.', ':', ';', '"', '\'', '‘', '’', '“', '”', '?', '!', '(', ')', '/', '…'], StringSplitOptions.RemoveEmptyEntries)
            .Where(w => w.All(char.IsAsciiLetterOrDigit))
            .Take(MostWords);
        var slug = string.Join('-', words);
        return slug.Any(char.IsAsciiLetter) ? $"{slug}-" : "";
    }
}
