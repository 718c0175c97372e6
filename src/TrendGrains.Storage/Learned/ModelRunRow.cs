namespace TrendGrains.Storage.Learned;

/// <summary>What one version of a model said of one content; <see cref="Result"/> is JSON.</summary>
public sealed record ModelRunRow
{
    public Guid ContentHash { get; init; }
    public required string Model { get; init; }
    public required string Version { get; init; }
    public DateTimeOffset At { get; init; }
    public required string Result { get; init; }
}
