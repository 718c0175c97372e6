namespace TrendGrains.Storage.Trends;

/// <summary>The stored board stands elsewhere than its activation thought: another one has written. Reading it again is the cure.</summary>
public sealed class BoardConflictException(string board, long expected)
    : InvalidOperationException($"Board '{board}' does not stand at {expected} any more.");
