using TrendGrains.Abstractions.Ingest;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Storage.Scouting;
using TrendGrains.Storage.Sources;
using TrendGrains.Storage.Trends;

namespace TrendGrains.Operating;

/// <summary>What the operator's verbs ask of the cluster: of a running <c>serve</c> over HTTP, else of a silo in this process.</summary>
internal interface IOperator : IAsyncDisposable
{
    Task<IReadOnlyList<SourceListing>> ListAsync(CancellationToken cancellationToken);

    Task ConfigureAsync(SourceDefinition definition, CancellationToken cancellationToken);

    /// <summary>Looks at an address before it is made a source: what it is, and which ways lead into it.</summary>
    Task<SourceFindings> LookAsync(string url, bool isInternal, CancellationToken cancellationToken);

    /// <summary>What would happen if the sources were crawled now.</summary>
    /// <param name="slugs">All where none is given.</param>
    /// <exception cref="ArgumentException">There is no such source.</exception>
    Task<IReadOnlyList<SourceCheck>> CheckAsync(string[] slugs, bool live, CancellationToken cancellationToken);

    /// <summary>False when there is no such source.</summary>
    Task<bool> RemoveAsync(string slug, CancellationToken cancellationToken);

    /// <summary>Crawls now; yields progress until the crawl ends.</summary>
    /// <param name="order">What the crawl does otherwise than its source says; null for nothing.</param>
    IAsyncEnumerable<CrawlProgress> CrawlAsync(string slug, CrawlOrder? order, CancellationToken cancellationToken);

    /// <summary>Crawls a site from nothing by a policy and stores no item of it; yields progress until the crawl ends.</summary>
    IAsyncEnumerable<CrawlProgress> RehearseAsync(string slug, CrawlPolicy policy, CrawlOrder order, CancellationToken cancellationToken);

    /// <summary>The hosts that articles name in their text, the most named first.</summary>
    /// <param name="state">E.g. <c>trial</c>; null for all.</param>
    Task<IReadOnlyList<SourceProposal>> ProposalsAsync(int count, string? state, CancellationToken cancellationToken);

    /// <summary>Never tries this host.</summary>
    Task VetoAsync(string host, CancellationToken cancellationToken);

    /// <summary>Makes the host a source; returns its slug.</summary>
    Task<string> AcceptAsync(string host, CancellationToken cancellationToken);

    /// <summary>What a run chose, in order.</summary>
    /// <param name="source">As its progress names it.</param>
    Task<IReadOnlyList<CrawlChoiceRow>> ChoicesAsync(string source, long run, CancellationToken cancellationToken);

    /// <summary>Returns once everything that has arrived belongs to a trend and the trends are ranked.</summary>
    Task SettleAsync(CancellationToken cancellationToken);

    Task<IngestResult> IngestAsync(IngestBatch batch, CancellationToken cancellationToken);

    /// <summary>The ranked trends, the hottest first, without their points.</summary>
    Task<IReadOnlyList<RankedTrend>> TrendsAsync(TrendQuery query, CancellationToken cancellationToken);
}
