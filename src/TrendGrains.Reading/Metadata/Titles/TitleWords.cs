using TrendGrains.Text;

namespace TrendGrains.Reading.Metadata.Titles;

/// <summary>A title by its words, to tell how much two titles say the same.</summary>
internal sealed class TitleWords(string text)
{
    private readonly HashSet<string> words = [.. Words.Of(text.ToLowerInvariant())];

    public string Text { get; } = text;

    /// <summary>Letters and digits, lower case.</summary>
    public string Key { get; } = SiteNames.Key(text);

    /// <summary>0…1: shared words over the shorter one's, halved where one word in common may be chance.</summary>
    public double Agreement(TitleWords other)
    {
        if (Key.Length > 0 && Key == other.Key)
        {
            return 1;
        }
        var (a, b) = (words, other.words);
        if (a.Count == 0 || b.Count == 0)
        {
            return 0;
        }
        double shared = a.Count(b.Contains);
        var (smaller, larger) = (Math.Min(a.Count, b.Count), Math.Max(a.Count, b.Count));
        // One word in common is chance, but for a title that is one word.
        return shared / smaller * (shared <= 1 && larger >= 3 ? 0.5 : 1);
    }
}
