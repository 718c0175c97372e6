using System.Diagnostics;
using System.Text;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Frontier;
using TrendGrains.Grains.Tests.Hosting;
using TrendGrains.TestKit;
using TrendGrains.TestKit.Postgres;

namespace TrendGrains.Grains.Tests.Abuse;

/// <summary>
/// Every row goes through a whole crawl: schedule, host's leave, fetch, both durable points. Each ends with its reason in the crawl log, in bounded
/// time and bytes, and the honest page behind it is read all the same.
/// </summary>
public sealed class AbuseCorpusTests(AbuseSilo silo) : IClassFixture<AbuseSilo>
{
    /// <summary>Twice the largest body, and what sockets hold.</summary>
    private const long MostBytes = 24 * 1024 * 1024;

    /// <summary>The longest of all limits is 4 s; the rest is a busy machine's.</summary>
    private static readonly TimeSpan longest = TimeSpan.FromSeconds(60);

    private static readonly AbuseRow[] rows = [.. AbuseTransport.Rows(), .. AbuseContent.Rows()];

    public static TheoryData<string> Names => [.. rows.Select(r => r.Name)];

    [DatabaseTheory]
    [MemberData(nameof(Names))]
    public async Task Ends_with_a_reason_and_the_crawl_goes_on(string name)
    {
        var row = rows.Single(r => r.Name == name);
        await using var server = new AbuseServer(row);
        var site = new Uri($"http://{(row.Name == "DNS rebinding" ? "rebinding.test" : "127.0.0.1")}:{server.Port}/");
        var source = Hosting.Sources.Of(row.Way == AbuseWay.Entry ? SourceKind.Feed : SourceKind.Site, site) with { FollowEntries = true };
        var clock = Stopwatch.StartNew();

        var end = await silo.Grains.CrawlAsync(source);

        Assert.False(end.Running);
        Assert.True(clock.Elapsed < longest, $"took {clock.Elapsed}");
        Assert.True(server.Sent < MostBytes, $"took {server.Sent:N0} bytes");
        var log = await silo.LogAsync(source.Slug);
        var at = row.Way == AbuseWay.Robots ? "/" : "/hostile";
        Assert.True(
            log.Any(l => l.Reason == row.Reason && new Uri(l.Url).PathAndQuery.StartsWith(at, StringComparison.Ordinal)),
            $"no {row.Reason} at {at} in: {string.Join('\n', log)}");
        Assert.Equal(row.HonestIsRead, log.Any(l => l.Reason == "fetched" && l.Url.EndsWith("/honest", StringComparison.Ordinal)));
    }

    [DatabaseFact]
    public async Task Every_odd_address_stands_in_the_log_as_it_was_asked_for()
    {
        await using var server = new AbuseServer(rows.Single(r => r.Name == "odd addresses"));
        var source = Hosting.Sources.Of(SourceKind.Site, new Uri($"http://127.0.0.1:{server.Port}/"));

        await silo.Grains.CrawlAsync(source);

        var logged = (await silo.LogAsync(source.Slug)).Select(l => l.Url).Where(u => u.Contains("/odd", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToArray();
        Assert.All(logged, url => Assert.True(UrlNormalizer.TryNormalize(url, null, out var again, out _) && again == url, url));
        Assert.Equal(logged.Distinct(), logged);
        Assert.InRange(logged.Length, 60, AbuseAddresses.Odd.Length);
        Assert.Contains(logged, u => u.EndsWith("/odd/%F0%9F%9A%A2", StringComparison.Ordinal));
        Assert.Contains(logged, u => u.EndsWith("/odd/%00", StringComparison.Ordinal));
    }

    [Fact]
    public void The_table_in_the_docs_is_this_one()
    {
        var table = new StringBuilder("| row | what it does | what ends it | reason code |\n| --- | --- | --- | --- |\n");
        foreach (var row in rows)
        {
            table.Append($"| {row.Name} | {row.Does} | {row.Bound} | `{row.Reason}`{(row.HonestIsRead ? "" : " (and the site is left alone)")} |\n");
        }

        var file = Path.Combine(Checkout.Root, "docs", "benchmarks", "abuse.md");
        if (Environment.GetEnvironmentVariable("TRENDGRAINS_WRITE_DOCS") == "1")
        {
            var head = File.ReadAllText(file).Split("| row |")[0];
            File.WriteAllText(file, head + table);
        }

        Assert.EndsWith(table.ToString(), File.ReadAllText(file), StringComparison.Ordinal);
        Assert.Equal(rows.Length, rows.DistinctBy(r => r.Name).Count());
    }
}
