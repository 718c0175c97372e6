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

    /// <summary>Normalised addresses that the source says are deleted or removed: what it gave of them before is deleted too.</summary>
    [Id(4)] public string[] Gone { get; init; } = [];

    /// <summary>Addresses that sitemaps and feeds named, in the order to fetch them; new ones enter the frontier.</summary>
    [Id(10)] public NamedAddress[] Named { get; init; } = [];

    /// <summary>Where the reading of sitemaps and feeds stands after this batch.</summary>
    [Id(11)] public EntranceReading[] Entrances { get; init; } = [];

    /// <summary>When the run began that named them: none is read twice in one run.</summary>
    [Id(12)] public DateTimeOffset? RunStarted { get; init; }
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

    /// <summary>What became of each document, in the batch's order.</summary>
    [Id(6)] public PageOutcome[] Outcomes { get; init; } = [];
}

/// <summary>What one document became: what a crawl learns from.</summary>
[GenerateSerializer, Immutable, Alias("page-outcome")]
public sealed record PageOutcome
{
    /// <summary>The document's.</summary>
    [Id(0)] public required string Url { get; init; }

    /// <summary>Stored for the first time.</summary>
    [Id(1)] public bool IsNew { get; init; }

    /// <summary>Tells a story: an article, a thread, what has an article's shape and a date. Null when it is not known.</summary>
    [Id(2)] public bool? IsArticle { get; init; }

    /// <summary>What a crawl is paid for it, 0…1: 0 for what is known or tells nothing; null when it could not be weighed.</summary>
    [Id(3)] public double? Worth { get; init; }

    /// <summary>Title and hash of the text as they read now; null where nothing was read.</summary>
    [Id(4)] public string? Title { get; init; }

    [Id(5)] public Guid? TextHash { get; init; }
}
