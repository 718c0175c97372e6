namespace Orleans.Runtime;

/// <summary>How a message may run and what it leaves behind.</summary>
[Flags]
internal enum MessageOptions
{
    None = 0,
    OneWay = 1,
    ReadOnly = 2,
    AlwaysInterleave = 4,

    /// <summary>No response time-out: a timer's tick, a step of a stream.</summary>
    Unlimited = 8,

    /// <summary>Belongs to this very activation; never goes to its successor.</summary>
    LocalOnly = 16,

    /// <summary>Does not count as use of the grain.</summary>
    Passive = 32,
}
