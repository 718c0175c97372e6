using TrendGrains.Abstractions.Sources;
using TrendGrains.Storage.Hosts;
using TrendGrains.TestKit.Postgres;
using static TrendGrains.Storage.Tests.Samples;

namespace TrendGrains.Storage.Tests.Hosts;

public sealed class HostStoreTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>
{
    [DatabaseFact]
    public async Task What_is_known_of_a_host_comes_back_and_is_replaced()
    {
        var hosts = database.Get<HostStore>();
        var host = new HostRow
        {
            Host = $"{UniqueSource()}:8080",
            NextRequestAt = MigratedDatabase.Start,
            BackOffUntil = MigratedDatabase.Start.AddMinutes(1),
            BackOffReason = CrawlReason.RateLimited,
            ConsecutiveFailures = 2,
            LastTicket = 7,
            LatencyMilliseconds = 250.5,
            BudgetDay = new DateOnly(2026, 3, 1),
            DayPages = 12,
            DayBytes = 5_000_000_000,
        };
        Assert.Null(await hosts.GetAsync(host.Host, default));

        await hosts.UpsertAsync(host, default);
        Assert.Equal(host, await hosts.GetAsync(host.Host, default));

        var rested = host with { BackOffUntil = null, BackOffReason = CrawlReason.Fetched, ConsecutiveFailures = 0 };
        await hosts.UpsertAsync(rested, default);
        Assert.Equal(rested, await hosts.GetAsync(host.Host, default));
    }
}
