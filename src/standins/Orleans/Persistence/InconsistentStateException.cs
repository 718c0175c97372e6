using Orleans.Runtime;

namespace Orleans.Storage;

/// <summary>A write or clear met a record of another version.</summary>
public class InconsistentStateException(string message) : OrleansException(message);
