using TrendGrains.Text;

namespace TrendGrains.Reading.Metadata.Titles;

/// <summary>How much two titles say the same.</summary>
internal static class TitleWords
{
    /// <summary>0…1: shared words over the shorter one's, halved for one-word titles that only happen to be contained.</summary>
    public static double Agreement(string left, string right)
    {
        if (SiteNames.Key(left) is { Length: > 0 } key && key == SiteNames.Key(right))
        {
            return 1;
        }
        var (a, b) = (Bag(left), Bag(right));
        if (a.Count == 0 || b.Count == 0)
        {
            return 0;
        }
        double shared = a.Intersect(b).Count();
        var smaller = Math.Min(a.Count, b.Count);
        return shared / smaller * (smaller == 1 && Math.Max(a.Count, b.Count) > 3 ? 0.5 : 1);
    }

    private static HashSet<string> Bag(string text) => [.. Words.Of(text.ToLowerInvariant())];
}
