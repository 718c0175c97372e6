namespace TrendGrains.Grains.Trends;

/// <summary>When a board's memory is written down: often while it is small, less often as writing it costs more than taking in again what came since.</summary>
internal sealed class SnapshotPace
{
    private const int Fewest = 2000;

    /// <summary>About the time that writing this many bytes and taking in one item both need.</summary>
    private const int BytesAnItem = 2000;

    private int since;
    private int interval = Fewest;

    public bool IsDue(int items) => since + items >= interval;

    /// <param name="snapshot">Its size, when one was written.</param>
    public void Took(int items, int? snapshot)
    {
        since = snapshot is null ? since + items : 0;
        interval = snapshot is { } bytes ? Math.Max(Fewest, bytes / BytesAnItem) : interval;
    }

    /// <summary>Items that were taken in again behind the last snapshot.</summary>
    public void Restored(int items) => since = items;
}
