namespace TrendGrains.Importing;

/// <summary>
/// When an item of a recorded stream is due again, at a multiple of the speed it came with. A gap of more than a day counts as a day: an
/// item ten years older than the rest would else hold up the stream for hours.
/// </summary>
/// <param name="speed">0 waits for nothing.</param>
internal sealed class ReplayPace(double speed, TimeProvider clock)
{
    public const double Fastest = 10_000;

    private static readonly TimeSpan longestGap = TimeSpan.FromDays(1);

    /// <summary>What is due within one tick goes in together.</summary>
    private static readonly TimeSpan tick = TimeSpan.FromMilliseconds(250);

    private DateTimeOffset? last;
    private long began;
    private TimeSpan due;

    /// <summary>How long an item of that time has still to wait. Times never go back.</summary>
    public TimeSpan WaitFor(DateTimeOffset time)
    {
        if (speed == 0)
        {
            return TimeSpan.Zero;
        }

        if (last is null)
        {
            began = clock.GetTimestamp();
        }
        else
        {
            var gap = time - last.Value;
            due += (gap < longestGap ? gap : longestGap) / speed;
        }

        last = time;
        var wait = Math.Ceiling(due / tick) * tick - clock.GetElapsedTime(began);
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }
}
