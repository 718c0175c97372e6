namespace TrendGrains.Storage.Learned;

/// <summary>A version of a model that has been at work here.</summary>
public sealed record ModelVersionRow
{
    public required string Model { get; init; }
    public required string Version { get; init; }
    public DateTimeOffset FirstSeen { get; init; }
}
