using Orleans.Concurrency;

namespace TrendGrains.Abstractions.Sources;

/// <summary>One source: its schedule, its cursor, its crawls. Key: <see cref="SourceSlug"/>.</summary>
[Alias("source")]
public interface ISourceGrain : IGrainWithStringKey, IRemindable
{
    /// <summary>Adds or changes the source and arms its schedule. Repeatable.</summary>
    /// <exception cref="ArgumentException">A field is out of range; the message names it.</exception>
    [Alias("configure")] Task ConfigureAsync(SourceDefinition definition, CancellationToken cancellationToken);

    /// <summary>Starts a crawl now unless one is running, and returns its run number.</summary>
    /// <exception cref="InvalidOperationException">The source was never configured, or is a file.</exception>
    [Alias("start")] Task<long> StartCrawlAsync(CancellationToken cancellationToken);

    /// <summary>Starts a crawl now that differs from what the source says, and returns its run number.</summary>
    /// <exception cref="InvalidOperationException">The source was never configured, is no site, or is being crawled.</exception>
    [Alias("start-by-order")] Task<long> StartOrderedCrawlAsync(CrawlOrder order, CancellationToken cancellationToken);

    /// <summary>
    /// Crawls a site from nothing as it says and stores no item of it, only the crawl log and the log of choices; returns the run number. The
    /// key is a <see cref="SourceSlug.Rehearsal"/>; one that is under way is given up.
    /// </summary>
    [Alias("rehearse")] Task<long> RehearseAsync(SourceDefinition definition, CancellationToken cancellationToken);

    /// <summary>Progress of the current run until it ends; the last element has <see cref="CrawlProgress.Running"/> false.</summary>
    [Alias("watch")] IAsyncEnumerable<CrawlProgress> WatchAsync(CancellationToken cancellationToken);

    [Alias("status"), AlwaysInterleave, ReadOnly] Task<SourceStatus?> GetStatusAsync();

    /// <summary>Takes up work that a stopped process left behind.</summary>
    [Alias("wake")] Task WakeAsync();

    /// <summary>Stops the schedule and forgets the source; its items stay.</summary>
    [Alias("remove")] Task RemoveAsync(CancellationToken cancellationToken);
}
