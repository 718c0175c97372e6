namespace TrendGrains.Reading.Extract.Features;

/// <summary>How far a text is made of the words of another.</summary>
internal static class TitleOverlap
{
    private static readonly char[] gaps = [.. " \t\n.,:;!?\"'“”‘’()[]|–—-…·/"];

    public static HashSet<string> Words(string? text) =>
        text is null ? [] : new HashSet<string>(text.Split(gaps, StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);

    /// <summary>The harmonic mean of the shares of both texts' words that the other has; 0 where one has none.</summary>
    public static double Share(HashSet<string> words, ReadOnlySpan<char> text)
    {
        if (words.Count == 0)
        {
            return 0;
        }
        var known = words.GetAlternateLookup<ReadOnlySpan<char>>();
        int all = 0, shared = 0;
        foreach (var part in text.SplitAny(gaps))
        {
            var word = text[part];
            if (word.Length > 0)
            {
                all++;
                shared += known.Contains(word) ? 1 : 0;
            }
        }
        return shared == 0 ? 0 : 2.0 * shared / (all + words.Count);
    }
}
