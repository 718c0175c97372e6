namespace TrendGrains.Storage.Sources;

/// <summary>What is known of how often one page of one source changes.</summary>
public sealed record PageVisitRow
{
    public required string Source { get; init; }
    public Guid UrlHash { get; init; }
    public required string Url { get; init; }

    /// <summary>The item that the page became; another page's where it led there.</summary>
    public Guid ItemId { get; init; }

    public int Visits { get; init; }

    /// <summary>Visits that found it changed.</summary>
    public int Changes { get; init; }

    /// <summary>From the first visit to the last.</summary>
    public double ObservedSeconds { get; init; }

    public DateTimeOffset LastVisit { get; init; }
    public DateTimeOffset NextVisit { get; init; }

    /// <summary>What the visits add to the gamma distribution of its changes a day: its shape, and its rate in days.</summary>
    public double EvidenceShape { get; init; }

    public double EvidenceDays { get; init; }
}
