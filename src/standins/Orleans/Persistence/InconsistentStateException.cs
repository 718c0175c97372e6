using Orleans.Runtime;

namespace Orleans.Storage;

/// <summary>A write or clear met a record of another version.</summary>
public class InconsistentStateException(string message) : OrleansException(message)
{
    /// <summary>True until it has left the activation whose state was behind: that activation ends, and the next one reads anew.</summary>
    internal bool IsSourceActivation { get; set; } = true;
}
