namespace TrendGrains.Storage.Sources;

/// <summary>A source as the operator defined it; kind and access in lower case.</summary>
public sealed record SourceRow
{
    public required string Slug { get; init; }
    public required string Kind { get; init; }
    public required string Url { get; init; }
    public string? Title { get; init; }
    public required string Access { get; init; }
    public double IntervalSeconds { get; init; }
    public bool Internal { get; init; }
    public int MaxPages { get; init; }
    public int MaxDepth { get; init; }
    public bool FollowEntries { get; init; }
    public double? DelaySeconds { get; init; }
    public bool Paused { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public bool Synthetic { get; init; }
    public required string Policy { get; init; }
    public string? Focus { get; init; }
    public bool Render { get; init; }
    public long MaxBytes { get; init; }
    public double? MaxSeconds { get; init; }
}
