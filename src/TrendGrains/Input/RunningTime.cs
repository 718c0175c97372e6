namespace TrendGrains.Input;

/// <summary>The time of a stream as its items tell it: one that states none, or one that lies ahead of the clock, takes that of the item before.</summary>
internal sealed class RunningTime(TimeProvider clock)
{
    private DateTimeOffset? last;

    /// <summary>Before any item has told a time: what the first one that does will tell.</summary>
    public void StartFrom(IEnumerable<DateTimeOffset?> coming) => last ??= coming.FirstOrDefault(IsPossible);

    /// <summary>When the next item happened, and whether that is put in the place of what it states.</summary>
    public (DateTimeOffset Time, bool Clamped) Next(DateTimeOffset? stated)
    {
        if (IsPossible(stated))
        {
            last = stated;
            return (stated!.Value, false);
        }

        return (last ?? DateTimeOffset.UnixEpoch, true);
    }

    private bool IsPossible(DateTimeOffset? stated) => stated <= clock.GetUtcNow();
}
