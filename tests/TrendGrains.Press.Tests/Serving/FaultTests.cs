using System.Net;
using TrendGrains.Press.Faults;
using TrendGrains.Press.Hosting;
using TrendGrains.TestKit;

namespace TrendGrains.Press.Tests.Serving;

public sealed class FaultTests
{
    [Fact]
    public async Task A_slow_host_takes_its_time()
    {
        var time = new ManualTimeProvider();
        await using var host = await PressHost.StartAsync(SmallWorld.World, new PressOptions { Frozen = true, Already = TimeSpan.FromHours(24) }, time, CancellationToken.None);
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var waiting = new CancellationTokenSource(TimeSpan.FromSeconds(20));

        var answer = client.GetAsync(host.AddressOf("haru"), waiting.Token);
        await time.TimersArmedAsync(1, waiting.Token);
        time.Advance(TimeSpan.FromSeconds(2.9));
        Assert.False(answer.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(0.1));

        using var response = await answer;
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task A_failing_host_fails_the_same_requests_at_the_same_minute_and_others_at_the_next()
    {
        await using var host = await PressHost.StartAsync(SmallWorld.World, new PressOptions { Frozen = true, Already = TimeSpan.FromHours(24) }, new ManualTimeProvider(), CancellationToken.None);
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });

        var first = await AskAsync();
        Assert.Equal(first, await AskAsync());
        host.Clock.Change(new(Advance: TimeSpan.FromMinutes(1)));
        Assert.NotEqual(first.Select(s => s == HttpStatusCode.OK), (await AskAsync()).Select(s => s == HttpStatusCode.OK));
        Assert.Contains(HttpStatusCode.OK, first);
        Assert.Contains(HttpStatusCode.InternalServerError, first);
        Assert.Contains(HttpStatusCode.ServiceUnavailable, first);

        async Task<HttpStatusCode[]> AskAsync()
        {
            var statuses = new HttpStatusCode[40];
            for (var i = 0; i < statuses.Length; i++)
            {
                using var response = await client.GetAsync(new Uri(host.AddressOf("ledger"), $"/about?n={i}"));
                statuses[i] = response.StatusCode;
                Assert.Equal(response.StatusCode == HttpStatusCode.ServiceUnavailable, response.Headers.RetryAfter is not null);
            }

            return statuses;
        }
    }

    [Fact]
    public void A_failing_host_fails_about_its_share_and_never_its_robots_txt()
    {
        var outlet = SmallWorld.World.Outlets.Single(o => o.Slug == "ledger") with { FailureShare = 0.12 };
        var failed = Enumerable.Range(0, 10_000).Count(i => FailingHost.Fail(outlet, $"/view/{i}", SmallWorld.Start) is not null);

        Assert.InRange(failed, 1_100, 1_300);
        Assert.All(Enumerable.Range(0, 500), i => Assert.Null(FailingHost.Fail(outlet, "/robots.txt", SmallWorld.At(i))));
    }
}
