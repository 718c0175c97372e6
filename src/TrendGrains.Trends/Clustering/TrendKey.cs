using TrendGrains.Text;

namespace TrendGrains.Trends.Clustering;

/// <summary>The identity of a Trend: a hash of its board and its first item, so that the same stream gives the same id.</summary>
public static class TrendKey
{
    public static Guid Of(string board, Guid firstItem) => TextHash.Hash128($"trend\n{board}\n{firstItem:N}");
}
