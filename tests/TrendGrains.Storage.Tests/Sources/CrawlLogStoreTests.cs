using TrendGrains.Abstractions.Sources;
using TrendGrains.Storage.Sources;
using TrendGrains.TestKit.Postgres;
using static TrendGrains.Storage.Tests.Samples;

namespace TrendGrains.Storage.Tests.Sources;

public sealed class CrawlLogStoreTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>
{
    private readonly string source = UniqueSource();

    private CrawlLogStore Log => database.Get<CrawlLogStore>();

    [DatabaseFact]
    public async Task The_newest_lines_come_first()
    {
        await Log.AppendAsync([Line(1, CrawlReason.Fetched), Line(3, CrawlReason.Timeout), Line(2, CrawlReason.NotFound)], default);

        Assert.Equal([CrawlReason.Timeout, CrawlReason.NotFound], (await Log.RecentAsync(source, 2, default)).Select(l => l.Reason));
    }

    [DatabaseFact]
    public async Task Reasons_are_counted_since_a_time_for_one_source()
    {
        await Log.AppendAsync([Line(1, CrawlReason.Fetched), Line(5, CrawlReason.Fetched), Line(6, CrawlReason.RobotsDenied)], default);

        var counts = await Log.CountByReasonAsync(source, MigratedDatabase.Start.AddMinutes(5).ToOffset(TimeSpan.FromHours(9)), default);

        Assert.Equal(new Dictionary<string, long> { ["fetched"] = 1, ["robots-denied"] = 1 }, counts);
    }

    private CrawlLogEntry Line(int minute, CrawlReason reason) =>
        new() { Source = source, Url = "https://a.example/", At = MigratedDatabase.Start.AddMinutes(minute), Reason = reason };
}
