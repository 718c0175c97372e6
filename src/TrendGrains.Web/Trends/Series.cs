using TrendGrains.Storage.Trends;

namespace TrendGrains.Web.Trends;

/// <summary>A trend's stored points as evenly spaced counts; what is not stored is zero.</summary>
internal static class Series
{
    /// <summary>The grain of the stored points.</summary>
    public static readonly TimeSpan Grain = TimeSpan.FromMinutes(10);

    /// <summary>Items in each of <paramref name="count"/> steps, the last of which ends with the stored bucket that <paramref name="now"/> lies in.</summary>
    /// <param name="step">A whole number of <see cref="Grain"/>s.</param>
    public static int[] Until(DateTimeOffset now, TimeSpan step, int count, IEnumerable<TrendPoint> points)
    {
        var start = Floor(now, Grain) + Grain - (step * count);
        var items = new int[count];
        foreach (var point in points)
        {
            var place = (int)Math.Floor((point.Bucket - start) / step);
            if (place >= 0 && place < count)
            {
                items[place] += point.Items;
            }
        }

        return items;
    }

    public static DateTimeOffset Floor(DateTimeOffset time, TimeSpan step) => new(time.UtcTicks - (time.UtcTicks % step.Ticks), TimeSpan.Zero);
}
