using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TrendGrains.Abstractions.Hosts;
using TrendGrains.Crawling.Fetch;
using TrendGrains.Crawling.Frontier;
using TrendGrains.Crawling.Politeness;
using TrendGrains.Crawling.Robots;
using TrendGrains.Storage.Hosts;

namespace TrendGrains.Grains.Hosts;

/// <summary>Hands out one leave at a time for its host. What it decides is <see cref="HostPoliteness"/>'s; it adds the clock, robots.txt and memory.</summary>
internal sealed class HostGrain(
    RobotsReader robots, HostStore hosts, TimeProvider clock, IOptions<PolitenessOptions> politeness, IOptions<FetchOptions> fetch, ILogger<HostGrain> log)
    : Grain, IHostGrain
{
    /// <summary>What a process that is killed may forget of a host's day.</summary>
    private const int PagesUnstored = 50;

    /// <summary>A robots.txt may name a thousand; nobody means them all.</summary>
    private const int MostSitemaps = 100;

    private HostPoliteness host = null!;
    private PolitenessSnapshot stored = new();

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        stored = await hosts.GetAsync(this.GetPrimaryKeyString(), cancellationToken) is { } row ? Snapshot(row) : new PolitenessSnapshot();
        host = new HostPoliteness(politeness.Value, fetch.Value.RobotsToken, stored);
    }

    /// <summary>When the host may be asked again outlives the activation.</summary>
    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) =>
        hosts.UpsertAsync(Row(host.Snapshot()), cancellationToken);

    public async Task<FetchLeave> AskAsync(FetchIntent intent, CancellationToken cancellationToken)
    {
        await ReadRobotsAsync(intent, cancellationToken);
        return host.Ask(intent, clock.GetUtcNow());
    }

    public async Task<string[]> GetSitemapsAsync(FetchIntent intent, CancellationToken cancellationToken)
    {
        await ReadRobotsAsync(intent, cancellationToken);
        return [.. host.Sitemaps(intent)
            .Select(line => UrlNormalizer.TryNormalize(line, new Uri(intent.Url), out var url, out _) ? url : null)
            .OfType<string>().Distinct(StringComparer.Ordinal).Take(MostSitemaps)];
    }

    public async Task ReportAsync(FetchReport report, CancellationToken cancellationToken)
    {
        host.Report(report, clock.GetUtcNow());
        var now = host.Snapshot();
        if (now.ConsecutiveFailures != stored.ConsecutiveFailures || now.Today.Pages >= stored.Today.At(clock.GetUtcNow()).Pages + PagesUnstored)
        {
            await hosts.UpsertAsync(Row(now), cancellationToken);
            stored = now;
        }
    }

    private async Task ReadRobotsAsync(FetchIntent intent, CancellationToken cancellationToken)
    {
        if (host.RobotsDue(intent, clock.GetUtcNow()))
        {
            var answer = await robots.ReadAsync(new Uri(intent.Url), intent.AllowPrivate, cancellationToken);
            host.Learn(intent, answer, clock.GetUtcNow());
            log.RobotsFetched(this.GetPrimaryKeyString(), answer.Detail);
        }
    }

    public Task<HostStatus> GetStatusAsync() => Task.FromResult(host.Status(this.GetPrimaryKeyString()));

    private static PolitenessSnapshot Snapshot(HostRow row) => new()
    {
        NextRequestAt = row.NextRequestAt,
        BackOffUntil = row.BackOffUntil,
        BackOffReason = row.BackOffReason,
        ConsecutiveFailures = row.ConsecutiveFailures,
        LastTicket = row.LastTicket,
        Latency = TimeSpan.FromMilliseconds(row.LatencyMilliseconds),
        Today = new DayBudget(row.BudgetDay, row.DayPages, row.DayBytes),
    };

    private HostRow Row(PolitenessSnapshot snapshot) => new()
    {
        Host = this.GetPrimaryKeyString(),
        NextRequestAt = snapshot.NextRequestAt,
        BackOffUntil = snapshot.BackOffUntil,
        BackOffReason = snapshot.BackOffReason,
        ConsecutiveFailures = snapshot.ConsecutiveFailures,
        LastTicket = snapshot.LastTicket,
        LatencyMilliseconds = snapshot.Latency.TotalMilliseconds,
        BudgetDay = snapshot.Today.Day,
        DayPages = snapshot.Today.Pages,
        DayBytes = snapshot.Today.Bytes,
    };
}
