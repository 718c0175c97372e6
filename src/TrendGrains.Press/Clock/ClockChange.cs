namespace TrendGrains.Press.Clock;

/// <param name="Now">Goes there, forward or back.</param>
/// <param name="Advance">Goes on by so much, after <paramref name="Now"/>.</param>
public sealed record ClockChange(DateTimeOffset? Now = null, TimeSpan? Advance = null, double? Speed = null, bool? Frozen = null);
