namespace TrendGrains.Press.Clock;

/// <param name="Now">Simulated time, UTC.</param>
/// <param name="Speed">Simulated seconds a real second.</param>
/// <param name="UntilPresent">Never beyond the real present.</param>
public sealed record ClockReading(DateTimeOffset Now, double Speed, bool Frozen, bool UntilPresent);
