namespace TrendGrains.Inference.Versions;

/// <summary>How many items of the last minutes failed. Safe for several threads.</summary>
internal sealed class ErrorWindow(TimeProvider clock)
{
    private const int Parts = 10;

    private static readonly TimeSpan length = TimeSpan.FromMinutes(5);

    private readonly Lock gate = new();
    private readonly (long Part, int Items, int Failed)[] counts = new (long, int, int)[Parts];
    private long good = long.MinValue;

    public void Add(int items, int failed)
    {
        lock (gate)
        {
            var part = Part();
            ref var count = ref counts[part % Parts];
            good = items > failed ? clock.GetTimestamp() : good;
            count = count.Part == part ? (part, count.Items + items, count.Failed + failed) : (part, items, failed);
        }
    }

    /// <summary>Whether an item had its result at that timestamp or later.</summary>
    public bool IsGoodSince(long timestamp)
    {
        lock (gate)
        {
            return good >= timestamp;
        }
    }

    public (int Items, int Failed) Read()
    {
        lock (gate)
        {
            var from = Part() - Parts + 1;
            var recent = counts.Where(c => c.Part >= from).ToArray();
            return (recent.Sum(c => c.Items), recent.Sum(c => c.Failed));
        }
    }

    // From 1 on: a part of 0 is one that was never written.
    private long Part() => (clock.GetTimestamp() / (long)(length.TotalSeconds / Parts * clock.TimestampFrequency)) + 1;
}
