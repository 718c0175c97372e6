namespace TrendGrains.Press.Hosting;

/// <summary>From when to when a world goes, and where its clock begins.</summary>
internal sealed record PressSchedule(DateTimeOffset Start, TimeSpan Length, TimeSpan Already)
{
    /// <summary>Beside the real present: so much lies behind it, ...</summary>
    private static readonly TimeSpan behind = TimeSpan.FromHours(48);

    /// <summary>... of which so much is published when the clock begins.</summary>
    private static readonly TimeSpan alreadyBehind = TimeSpan.FromHours(12);

    private static readonly DateTimeOffset usualStart = new(2026, 1, 5, 0, 0, 0, TimeSpan.Zero);

    public static PressSchedule For(PressOptions options, TimeProvider time)
    {
        if (!options.UntilPresent)
        {
            return new((options.Start ?? usualStart).ToUniversalTime(), options.Length, options.Already ?? TimeSpan.Zero);
        }

        var present = time.GetUtcNow();
        var start = options.Start?.ToUniversalTime() ?? new DateTimeOffset(present.UtcTicks - (present.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero) - behind;
        var untilPresent = present > start ? present - start : TimeSpan.Zero;
        return new(start, TimeSpan.FromHours(Math.Ceiling((untilPresent + options.Length).TotalHours)), options.Already ?? alreadyBehind);
    }
}
