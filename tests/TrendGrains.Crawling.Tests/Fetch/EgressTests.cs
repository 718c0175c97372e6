using System.Net;
using System.Net.Sockets;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Fetch;
using TrendGrains.TestKit;
using TrendGrains.TestKit.Sites;

namespace TrendGrains.Crawling.Tests.Fetch;

public sealed class EgressTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.8.8.8")]
    [InlineData("10.1.2.3")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("169.254.1.1")]
    [InlineData("169.254.169.254")]
    [InlineData("100.64.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("0.1.2.3")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::1")]
    [InlineData("::")]
    [InlineData("fe80::1")]
    [InlineData("fc00::1")]
    [InlineData("fd12:3456::1")]
    [InlineData("ff02::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("::127.0.0.1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("64:ff9b::a00:1")]
    [InlineData("64:ff9b:1::1")]
    [InlineData("2002:7f00:1::1")]
    [InlineData("2001:0:7f00:1::1")]
    public void Refuses_addresses_that_are_not_public(string address) =>
        Assert.False(AddressPolicy.Allows(IPAddress.Parse(address), allowPrivate: false));

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("172.32.0.1")]
    [InlineData("100.128.0.1")]
    [InlineData("2606:4700::1111")]
    [InlineData("::ffff:8.8.8.8")]
    [InlineData("64:ff9b::808:808")]
    public void Allows_public_addresses(string address) =>
        Assert.True(AddressPolicy.Allows(IPAddress.Parse(address), allowPrivate: false));

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("fd12::1", true)]
    [InlineData("169.254.169.254", false)]
    [InlineData("::ffff:169.254.169.254", false)]
    [InlineData("fd00:ec2::254", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("224.0.0.1", false)]
    public void Allows_private_addresses_where_told_but_never_metadata(string address, bool allowed) =>
        Assert.Equal(allowed, AddressPolicy.Allows(IPAddress.Parse(address), allowPrivate: true));

    [Theory]
    [InlineData("http://127.0.0.1:{0}/")]
    [InlineData("http://2130706433:{0}/")]
    [InlineData("http://0x7f.1:{0}/")]
    [InlineData("http://[::ffff:127.0.0.1]:{0}/")]
    [InlineData("http://localhost:{0}/")]
    public async Task Refuses_this_machine_however_it_is_spelled(string pattern)
    {
        await using var site = await LoopbackSite.StartAsync(_ => Task.CompletedTask);
        using var fetcher = Fetching.Fetcher();

        var page = await fetcher.FetchAsync(
            Fetching.Request(new Uri(string.Format(null, pattern, site.Url.Port)), allowPrivate: false), CancellationToken.None);

        Assert.Equal(CrawlReason.PrivateAddress, page.Reason);
        Assert.Empty(site.Requests);
    }

    [Fact]
    public async Task Refuses_a_private_host_after_a_redirect()
    {
        await using var inside = await LoopbackSite.StartAsync(_ => Task.CompletedTask);
        await using var outside = await LoopbackSite.StartAsync(context =>
        {
            context.Response.Redirect(inside.Url.AbsoluteUri);
            return Task.CompletedTask;
        });
        using var fetcher = Fetching.Fetcher();

        // The first hop is allowed to be here; the second asks as any public page would.
        var first = await fetcher.FetchAsync(Fetching.Request(outside.Url), CancellationToken.None);
        var second = await fetcher.FetchAsync(Fetching.Request(first.RedirectTo!, allowPrivate: false), CancellationToken.None);

        Assert.Equal(CrawlReason.PrivateAddress, second.Reason);
        Assert.Empty(inside.Requests);
    }

    [Fact]
    public async Task A_connection_that_one_source_may_use_is_not_lent_to_another()
    {
        await using var site = await LoopbackSite.StartAsync(context =>
        {
            context.Response.ContentType = "text/html";
            return context.Response.Body.WriteAsync("x"u8.ToArray()).AsTask();
        });
        using var fetcher = Fetching.Fetcher();

        Assert.Equal(CrawlReason.Fetched, (await fetcher.FetchAsync(Fetching.Request(site.Url), CancellationToken.None)).Reason);
        Assert.Equal(CrawlReason.PrivateAddress, (await fetcher.FetchAsync(Fetching.Request(site.Url, allowPrivate: false), CancellationToken.None)).Reason);
    }

    [Fact]
    public async Task Connects_to_the_address_that_was_checked_and_resolves_once()
    {
        // Rebinding: public at the first look, this machine at the second. There must be no second look.
        var looks = 0;
        using var fetcher = Fetching.Fetcher(
            o => o.ConnectTimeout = TimeSpan.FromMilliseconds(300),
            resolve: (_, _) => Task.FromResult<IPAddress[]>([++looks == 1 ? IPAddress.Parse("192.0.2.1") : IPAddress.Loopback]));

        var page = await fetcher.FetchAsync(Fetching.Request(new Uri("http://rebind.example/"), allowPrivate: false), CancellationToken.None);

        Assert.Equal(1, looks);
        Assert.Equal(CrawlReason.PrivateAddress, page.Reason); // a documentation address is no public one
    }

    [Fact]
    public async Task A_name_that_turns_to_this_machine_after_its_first_answer_is_refused()
    {
        // The first answer is one that may be reached (this source is internal); the second leads to metadata.
        await using var site = await LoopbackSite.StartAsync(context =>
        {
            context.Response.Headers.Connection = "close";
            context.Response.Redirect("/again");
            return Task.CompletedTask;
        });
        var looks = 0;
        using var fetcher = Fetching.Fetcher(resolve: (_, _) =>
            Task.FromResult<IPAddress[]>([++looks == 1 ? IPAddress.Loopback : IPAddress.Parse("169.254.169.254")]));

        var first = await fetcher.FetchAsync(Fetching.Request(new Uri($"http://rebind.example:{site.Url.Port}/")), CancellationToken.None);
        var second = await fetcher.FetchAsync(Fetching.Request(first.RedirectTo!), CancellationToken.None);

        Assert.Equal((CrawlReason.Redirected, CrawlReason.PrivateAddress, 2), (first.Reason, second.Reason, looks));
        Assert.Single(site.Requests);
    }

    [Fact]
    public async Task Skips_the_private_ones_among_several_addresses()
    {
        await using var site = await LoopbackSite.StartAsync(_ => Task.CompletedTask);
        using var fetcher = Fetching.Fetcher(resolve: (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("169.254.169.254"), IPAddress.Loopback]));

        var page = await fetcher.FetchAsync(Fetching.Request(new Uri($"http://mixed.example:{site.Url.Port}/")), CancellationToken.None);

        Assert.Equal(200, page.Status);
        Assert.Equal($"mixed.example:{site.Url.Port}", site.Requests[0].Headers["Host"]);
    }

    [Fact]
    public async Task Says_that_a_name_is_not_known()
    {
        using var fetcher = Fetching.Fetcher(resolve: (_, _) => throw new SocketException((int)SocketError.HostNotFound));

        var page = await fetcher.FetchAsync(Fetching.Request(new Uri("http://nowhere.example/")), CancellationToken.None);

        Assert.Equal(CrawlReason.NameNotResolved, page.Reason);
        Assert.Contains("nowhere.example", page.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gives_up_on_a_resolver_that_never_answers()
    {
        var clock = new ManualTimeProvider();
        var asked = new TaskCompletionSource();
        using var fetcher = Fetching.Fetcher(clock: clock, resolve: async (_, token) =>
        {
            asked.SetResult();
            await Task.Delay(Timeout.Infinite, token);
            return [];
        });
        var fetch = fetcher.FetchAsync(Fetching.Request(new Uri("http://slow.example/")), CancellationToken.None);
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(30));

        clock.Advance(TimeSpan.FromSeconds(10));

        var page = await fetch.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(CrawlReason.Timeout, page.Reason);
        Assert.Contains("took no connection on port 80 within 10 s", page.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ftp://host.example/a", CrawlReason.UnsupportedScheme)]
    [InlineData("file:///etc/passwd", CrawlReason.UnsupportedScheme)]
    [InlineData("gopher://host.example/", CrawlReason.UnsupportedScheme)]
    [InlineData("http://user:secret@host.example/", CrawlReason.InvalidUrl)]
    [InlineData("http://host.example:25/", CrawlReason.InvalidUrl)]
    [InlineData("http://host.example:6667/", CrawlReason.InvalidUrl)]
    public async Task Refuses_urls_that_are_no_pages(string url, CrawlReason reason)
    {
        using var fetcher = Fetching.Fetcher(resolve: (_, _) => throw new InvalidOperationException("Must not be asked."));

        var page = await fetcher.FetchAsync(Fetching.Request(new Uri(url), allowPrivate: false), CancellationToken.None);

        Assert.Equal(reason, page.Reason);
        Assert.DoesNotContain("secret", page.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_a_relative_url()
    {
        using var fetcher = Fetching.Fetcher();

        var page = await fetcher.FetchAsync(Fetching.Request(new Uri("/a", UriKind.Relative)), CancellationToken.None);

        Assert.Equal(CrawlReason.InvalidUrl, page.Reason);
    }
}
