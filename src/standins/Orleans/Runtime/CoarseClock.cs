namespace Orleans.Runtime;

/// <summary>The time of the silo's time provider, refreshed a few times a second: a call costs no clock reading and no timer.</summary>
internal sealed class CoarseClock(TimeProvider time)
{
    private long _now = time.GetTimestamp();

    public long Now => Volatile.Read(ref _now);

    public long Refresh()
    {
        var now = time.GetTimestamp();
        Volatile.Write(ref _now, now);
        return now;
    }
}
