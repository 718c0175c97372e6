namespace TrendGrains.Press.Clock;

/// <summary>The time that the pretend press lives in: start + speed × the time since, frozen, stepped or sped up from the side door.</summary>
/// <param name="untilPresent">Hurries from its start to the real present and goes along with it from then on, so that nothing carries a time of the future.</param>
public sealed class PressClock(TimeProvider time, DateTimeOffset start, double speed, bool frozen, bool untilPresent)
{
    public const double FastestSpeed = 1_000_000;

    private readonly Lock gate = new();
    private DateTimeOffset anchor = start.ToUniversalTime();
    private long anchoredAt = time.GetTimestamp();
    private double speed = Checked(speed);
    private bool frozen = frozen;

    public DateTimeOffset Now => Read().Now;

    public ClockReading Read()
    {
        lock (gate)
        {
            return Reading();
        }
    }

    /// <summary>Sets what the change names, all at once; the rest stays.</summary>
    public ClockReading Change(ClockChange change)
    {
        lock (gate)
        {
            var moment = (change.Now?.ToUniversalTime() ?? Moment()) + (change.Advance ?? TimeSpan.Zero);
            speed = Checked(change.Speed ?? speed);
            frozen = change.Frozen ?? frozen;
            anchor = Capped(moment);
            anchoredAt = time.GetTimestamp();
            return Reading();
        }
    }

    private ClockReading Reading() => new(Moment(), speed, frozen, untilPresent);

    private DateTimeOffset Moment() => frozen ? anchor : Capped(anchor + (time.GetElapsedTime(anchoredAt) * speed));

    private DateTimeOffset Capped(DateTimeOffset moment) =>
        untilPresent && time.GetUtcNow() is var present && moment > present ? present.ToUniversalTime() : moment;

    private static double Checked(double speed) => speed is > 0 and <= FastestSpeed
        ? speed
        : throw new ArgumentOutOfRangeException(nameof(speed), speed, $"A clock's speed is above 0 and at most {FastestSpeed:0}.");
}
