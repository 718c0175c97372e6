using TrendGrains.Abstractions.Hosts;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Grains.Tests.Hosting;
using TrendGrains.TestKit.Postgres;
using TrendGrains.TestKit.Sites;

namespace TrendGrains.Grains.Tests.Hosts;

[Collection(nameof(SharedSilo))]
public sealed class HostGrainTests(SharedSilo silo)
{
    [DatabaseFact]
    public async Task Gives_one_leave_at_a_time()
    {
        await using var site = await LoopbackSite.StartAsync(new Dictionary<string, string>());
        var host = silo.Grains.GetGrain<IHostGrain>(site.Url.Authority);
        var intent = new FetchIntent { Url = site.At("/a").AbsoluteUri, AllowPrivate = true, Delay = TimeSpan.Zero };

        var asked = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => host.AskAsync(intent, CancellationToken.None)));
        var granted = Assert.Single(asked, a => a.Decision == LeaveDecision.Granted);
        Assert.Equal(7, asked.Count(a => a.Decision == LeaveDecision.Wait && a.Wait > TimeSpan.Zero));

        await host.ReportAsync(new FetchReport(granted.Ticket, CrawlReason.Fetched, null), CancellationToken.None);
        Assert.Equal(LeaveDecision.Granted, (await host.AskAsync(intent, CancellationToken.None)).Decision);
    }

    [DatabaseFact]
    public async Task Reads_robots_txt_once_for_many_pages()
    {
        await using var site = await LoopbackSite.StartAsync(new Dictionary<string, string> { ["/robots.txt"] = "User-agent: *\nDisallow: /no" });
        var host = silo.Grains.GetGrain<IHostGrain>(site.Url.Authority);

        for (var i = 0; i < 5; i++)
        {
            var leave = await host.AskAsync(new FetchIntent { Url = site.At($"/no/{i}").AbsoluteUri, AllowPrivate = true }, CancellationToken.None);
            Assert.Equal((LeaveDecision.Refused, CrawlReason.RobotsDenied), (leave.Decision, leave.Reason));
        }

        Assert.Single(site.Requests, r => r.PathAndQuery == "/robots.txt");
    }

    [DatabaseFact]
    public async Task Without_permission_a_private_host_is_not_even_asked_for_its_robots_txt()
    {
        await using var site = await LoopbackSite.StartAsync(new Dictionary<string, string>());
        var host = silo.Grains.GetGrain<IHostGrain>(site.Url.Authority);

        await host.AskAsync(new FetchIntent { Url = site.At("/a").AbsoluteUri }, CancellationToken.None);

        Assert.Empty(site.Requests);
    }
}
