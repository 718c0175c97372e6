using TrendGrains.Abstractions.Items;
using TrendGrains.Abstractions.Sources;

namespace TrendGrains.Abstractions.Ingest;

/// <summary>What one source has to say at once: documents, log lines and settled frontier URLs, stored in one transaction.</summary>
[GenerateSerializer, Immutable, Alias("ingest-batch")]
public sealed record IngestBatch
{
    [Id(0)] public required SourceDefinition Source { get; init; }
    [Id(1)] public CrawledDocument[] Documents { get; init; } = [];
    [Id(2)] public CrawlLogEntry[] Log { get; init; } = [];
    [Id(3)] public FrontierSettlement[] Settled { get; init; } = [];
}

/// <summary>What became of a batch.</summary>
[GenerateSerializer, Immutable, Alias("ingest-result")]
public sealed record IngestResult
{
    /// <summary>Documents stored for the first time.</summary>
    [Id(0)] public int New { get; init; }

    /// <summary>Documents that were stored already, unchanged.</summary>
    [Id(1)] public int Known { get; init; }

    /// <summary>Documents whose page has changed since.</summary>
    [Id(2)] public int Changed { get; init; }

    /// <summary>Documents that could not be read; the crawl log says why.</summary>
    [Id(3)] public int Unreadable { get; init; }

    /// <summary>Documents stored without a model's part, to be completed later.</summary>
    [Id(4)] public int Partial { get; init; }

    /// <summary>URLs new to the frontier.</summary>
    [Id(5)] public int Discovered { get; init; }
}
