namespace Orleans.Runtime;

/// <summary>The activation that produced a sequence ended before the sequence did.</summary>
internal sealed class EnumerationAbortedException(string message) : Exception(message);
