namespace TrendGrains.Input;

/// <summary>The time of a stream as its items tell it: one that states none, or one that lies ahead of the clock, takes that of the item before.</summary>
internal sealed class RunningTime(TimeProvider clock)
{
    /// <summary>The time of the item before; null until one told its time.</summary>
    public DateTimeOffset? Last { get; private set; }

    /// <summary>Before any item has told a time: what the first one that does will tell.</summary>
    public void StartFrom(IEnumerable<DateTimeOffset?> coming) => Last ??= coming.FirstOrDefault(IsPossible);

    /// <summary>When the next item happened; null when neither it nor any before it told a time.</summary>
    public DateTimeOffset? Next(DateTimeOffset? stated) => IsPossible(stated) ? Last = stated : Last;

    private bool IsPossible(DateTimeOffset? stated) => stated <= clock.GetUtcNow();
}
