using TrendGrains.Abstractions.Sources;

namespace TrendGrains.Grains.Sources;

/// <summary>What a source must remember across activations: definition, cursor, and the run that may be under way.</summary>
[GenerateSerializer, Alias("source-state")]
internal sealed class SourceState
{
    [Id(0)] public SourceDefinition? Definition { get; set; }

    /// <summary>Number of the last run that was started.</summary>
    [Id(1)] public long Run { get; set; }

    [Id(2)] public bool Running { get; set; }
    [Id(3)] public DateTimeOffset? LastCrawl { get; set; }
    [Id(4)] public DateTimeOffset? NextDue { get; set; }
    [Id(5)] public int ConsecutiveFailures { get; set; }

    /// <summary>Validators of the feed as last read.</summary>
    [Id(6)] public string? ETag { get; set; }

    [Id(7)] public string? LastModified { get; set; }

    /// <summary>What the run does otherwise than the definition says; null between runs.</summary>
    [Id(13)] public CrawlOrder? Order { get; set; }

    /// <summary>When the run began.</summary>
    [Id(12)] public DateTimeOffset? Started { get; set; }

    /// <summary>What is believed of how many new items a day the source has: a gamma distribution. 0 before anything is.</summary>
    [Id(15)] public double NewsShape { get; set; }

    /// <summary>Its rate, in days.</summary>
    [Id(16)] public double NewsDays { get; set; }

    /// <summary>Where the reading of a listing stands.</summary>
    [Id(9)] public ListingPosition Listing { get; set; } = new();

    /// <summary>Counts of the run.</summary>
    [Id(8)] public CrawlCounts Counts { get; set; } = new();

    public CrawlProgress Progress(string source, int waiting, string? problem) => new()
    {
        Source = source,
        Run = Run,
        Running = Running,
        Fetched = Counts.Fetched,
        New = Counts.New,
        Changed = Counts.Changed,
        Failed = Counts.Failed,
        Skipped = Counts.Skipped,
        Waiting = waiting,
        Reasons = new Dictionary<string, int>(Counts.Reasons),
        Problem = problem,
    };
}

/// <summary>Running counts of one crawl.</summary>
[GenerateSerializer, Alias("crawl-counts")]
internal sealed class CrawlCounts
{
    [Id(0)] public int Fetched { get; set; }
    [Id(1)] public int New { get; set; }
    [Id(2)] public int Changed { get; set; }
    [Id(3)] public int Failed { get; set; }
    [Id(4)] public int Skipped { get; set; }
    [Id(5)] public Dictionary<string, int> Reasons { get; set; } = [];

    /// <summary>Body bytes read, after decompression.</summary>
    [Id(6)] public long Bytes { get; set; }

    /// <summary>Pages that were looked at again.</summary>
    [Id(7)] public int Revisited { get; set; }

    public void Add(CrawlReason reason, long? bytes)
    {
        Bytes += bytes ?? 0;
        Reasons[reason.Code()] = Reasons.GetValueOrDefault(reason.Code()) + 1;
        if (reason.IsTransient())
        {
            Failed++;
        }
        else if (!reason.IsSuccess())
        {
            Skipped++;
        }
        else if (reason != CrawlReason.Redirected)
        {
            Fetched++;
        }
    }
}
