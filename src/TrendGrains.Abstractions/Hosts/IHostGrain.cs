using Orleans.Concurrency;

namespace TrendGrains.Abstractions.Hosts;

/// <summary>One web host's politeness budget. Key: host name, with ":port" where the port is not the scheme's own.</summary>
[Alias("host")]
public interface IHostGrain : IGrainWithStringKey
{
    /// <summary>
    /// Asks to send one request. One leave is out at a time; a holder that never reports loses it after
    /// <see cref="FetchLeave.ValidFor"/>. Never blocks: a caller told to wait asks again.
    /// </summary>
    [Alias("ask")] Task<FetchLeave> AskAsync(FetchIntent intent, CancellationToken cancellationToken);

    /// <summary>Gives the leave back with what happened, so that the next request may go and back-off can adapt.</summary>
    [Alias("report")] Task ReportAsync(FetchReport report, CancellationToken cancellationToken);

    /// <summary>Absolute addresses of the sitemaps that the host's robots.txt names, which is read first where that is due; at most 100.</summary>
    [Alias("sitemaps")] Task<string[]> GetSitemapsAsync(FetchIntent intent, CancellationToken cancellationToken);

    [Alias("status"), AlwaysInterleave, ReadOnly] Task<HostStatus> GetStatusAsync();
}
