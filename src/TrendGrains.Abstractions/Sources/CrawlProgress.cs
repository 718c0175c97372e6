namespace TrendGrains.Abstractions.Sources;

/// <summary>How far a crawl is; counts are of the current run.</summary>
[GenerateSerializer, Immutable, Alias("crawl-progress")]
public sealed record CrawlProgress
{
    [Id(0)] public required string Source { get; init; }
    [Id(1)] public required long Run { get; init; }
    [Id(2)] public bool Running { get; init; }
    [Id(3)] public int Fetched { get; init; }
    [Id(4)] public int New { get; init; }
    [Id(5)] public int Changed { get; init; }
    [Id(6)] public int Failed { get; init; }
    [Id(7)] public int Skipped { get; init; }

    /// <summary>URLs still waiting in the frontier.</summary>
    [Id(8)] public int Waiting { get; init; }

    /// <summary>Reason codes and how often each was logged in this run.</summary>
    [Id(9)] public Dictionary<string, int> Reasons { get; init; } = [];

    /// <summary>The last thing that went wrong, for a person.</summary>
    [Id(10)] public string? Problem { get; init; }
}
