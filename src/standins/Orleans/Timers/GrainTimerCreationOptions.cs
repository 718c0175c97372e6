using System.Diagnostics.CodeAnalysis;

namespace Orleans.Runtime;

/// <summary>When a grain timer ticks and beside what.</summary>
public readonly struct GrainTimerCreationOptions
{
    public GrainTimerCreationOptions()
    {
    }

    [SetsRequiredMembers]
    public GrainTimerCreationOptions(TimeSpan dueTime, TimeSpan period)
    {
        DueTime = dueTime;
        Period = period;
    }

    /// <summary>Time to the first tick; infinite means not yet.</summary>
    public required TimeSpan DueTime { get; init; }

    /// <summary>Time from the end of one tick to the next; infinite means once.</summary>
    public required TimeSpan Period { get; init; }

    /// <summary>Ticks start beside a running request instead of waiting for it.</summary>
    public bool Interleave { get; init; }

    /// <summary>Ticks count as use, so that idle collection waits.</summary>
    public bool KeepAlive { get; init; }
}
