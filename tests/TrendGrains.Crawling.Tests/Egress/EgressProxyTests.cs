using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Http;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Egress;
using TrendGrains.Crawling.Fetch;
using TrendGrains.TestKit;
using TrendGrains.TestKit.Sites;

namespace TrendGrains.Crawling.Tests.Egress;

public sealed class EgressProxyTests
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Carries_a_plain_request_as_it_was_asked()
    {
        await using var site = await LoopbackSite.StartAsync(context => context.Response.WriteAsync($"{context.Request.Method} {context.Request.QueryString}"));
        await using var proxy = Proxy(allowPrivate: true);

        var answer = await AskAsync(proxy, $"GET {site.Url}a?b=%20c HTTP/1.1\r\nHost: other.example\r\nX-Word: 1\r\nProxy-Authorization: {Authorization(proxy)}\r\nConnection: keep-alive\r\n\r\n");

        Assert.Contains("GET ?b=%20c", answer, StringComparison.Ordinal);
        var request = Assert.Single(site.Requests);
        Assert.Equal(site.Url.Authority, request.Headers["Host"]);
        Assert.Equal("1", request.Headers["X-Word"]);
        Assert.DoesNotContain("Proxy-Authorization", request.Headers.Keys);
        Assert.True(proxy.Meter.Bytes > 100);
    }

    [Fact]
    public async Task Carries_a_tunnel_both_ways()
    {
        await using var site = await LoopbackSite.StartAsync(context => context.Response.WriteAsync("through"));
        await using var proxy = Proxy(allowPrivate: true);

        var answer = await AskAsync(proxy, Connect(proxy, site.Url.Authority) + $"GET / HTTP/1.1\r\nHost: {site.Url.Authority}\r\nConnection: close\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 200 Connection established\r\n\r\nHTTP/1.1 200 OK", answer, StringComparison.Ordinal);
        Assert.Contains("through", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("127.0.0.1:443")]
    [InlineData("localhost:443")]
    [InlineData("2130706433:443")]
    [InlineData("[::1]:443")]
    [InlineData("[::ffff:10.0.0.1]:443")]
    [InlineData("169.254.169.254:80")]
    [InlineData("10.1.2.3:80")]
    public async Task Refuses_a_tunnel_to_this_machine_or_its_network(string authority)
    {
        await using var proxy = Proxy(allowPrivate: false);

        var answer = await AskAsync(proxy, Connect(proxy, authority));

        Assert.StartsWith("HTTP/1.1 403 ", answer, StringComparison.Ordinal);
        Assert.Equal(CrawlReason.PrivateAddress, Assert.Single(proxy.Meter.Refusals).Reason);
    }

    [Fact]
    public async Task Refuses_a_plain_request_to_this_machine()
    {
        await using var site = await LoopbackSite.StartAsync(_ => Task.CompletedTask);
        await using var proxy = Proxy(allowPrivate: false, ports: [site.Url.Port]);

        var answer = await AskAsync(proxy, $"GET {site.Url} HTTP/1.1\r\nProxy-Authorization: {Authorization(proxy)}\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 403 ", answer, StringComparison.Ordinal);
        Assert.Empty(site.Requests);
    }

    [Fact]
    public async Task Refuses_metadata_to_an_internal_source_too()
    {
        await using var proxy = Proxy(allowPrivate: true);

        var answer = await AskAsync(proxy, Connect(proxy, "169.254.169.254:80"));

        Assert.StartsWith("HTTP/1.1 403 ", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_ports_that_are_not_the_webs()
    {
        await using var proxy = Proxy(allowPrivate: false, resolve: (_, _) => throw new InvalidOperationException("Must not be asked."));

        var answer = await AskAsync(proxy, Connect(proxy, "mail.example:25"));

        Assert.StartsWith("HTTP/1.1 403 ", answer, StringComparison.Ordinal);
        Assert.Contains("Port 25", Assert.Single(proxy.Meter.Refusals).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Checks_a_name_at_every_connection_and_connects_to_what_it_checked()
    {
        // Rebinding: the first connection may be made, at the second look the name leads to metadata.
        await using var site = await LoopbackSite.StartAsync(context => context.Response.WriteAsync("once"));
        var looks = 0;
        await using var proxy = Proxy(allowPrivate: true, resolve: (_, _) =>
            Task.FromResult<IPAddress[]>([++looks == 1 ? IPAddress.Loopback : IPAddress.Parse("169.254.169.254")]));
        var request = $"GET http://rebind.example:{site.Url.Port}/ HTTP/1.1\r\nProxy-Authorization: {Authorization(proxy)}\r\n\r\n";

        var first = await AskAsync(proxy, request);
        var second = await AskAsync(proxy, request);

        Assert.Contains("once", first, StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 403 ", second, StringComparison.Ordinal);
        Assert.Equal(2, looks);
        Assert.Single(site.Requests);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Proxy-Authorization: Basic ZWdyZXNzOndyb25n\r\n")]
    public async Task Serves_only_who_knows_the_password(string header)
    {
        await using var site = await LoopbackSite.StartAsync(_ => Task.CompletedTask);
        await using var proxy = Proxy(allowPrivate: true);

        var answer = await AskAsync(proxy, $"GET {site.Url} HTTP/1.1\r\n{header}\r\n");

        Assert.StartsWith("HTTP/1.1 407 ", answer, StringComparison.Ordinal);
        Assert.Empty(site.Requests);
    }

    [Theory]
    [InlineData("GET /origin-form HTTP/1.1\r\n\r\n")]
    [InlineData("GET https://secure.example/ HTTP/1.1\r\n\r\n")]
    [InlineData("GET file:///etc/passwd HTTP/1.1\r\n\r\n")]
    [InlineData("GET http://user:secret@host.example/ HTTP/1.1\r\n\r\n")]
    [InlineData("POST http://host.example/ HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n")]
    [InlineData("POST http://host.example/ HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n")]
    [InlineData("GET http://host.example/ HTTP/1.1\r\nBad Name: 1\r\n\r\n")]
    [InlineData("CONNECT host.example HTTP/1.1\r\n\r\n")]
    [InlineData("CONNECT host.example:70000 HTTP/1.1\r\n\r\n")]
    [InlineData("CONNECT a@b:443 HTTP/1.1\r\n\r\n")]
    [InlineData("nonsense\r\n\r\n")]
    public async Task Refuses_what_is_no_request_for_a_proxy(string request)
    {
        await using var proxy = Proxy(allowPrivate: false, resolve: (_, _) => throw new InvalidOperationException("Must not be asked."));

        Assert.StartsWith("HTTP/1.1 400 ", await AskAsync(proxy, request), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Takes_one_plain_request_a_connection_so_that_the_next_cannot_ride_along()
    {
        await using var site = await LoopbackSite.StartAsync(_ => Task.CompletedTask);
        await using var proxy = Proxy(allowPrivate: true);

        await AskAsync(proxy, $"GET {site.Url}first HTTP/1.1\r\nProxy-Authorization: {Authorization(proxy)}\r\n\r\nGET /second HTTP/1.1\r\nHost: a\r\n\r\n");

        Assert.Equal("/first", Assert.Single(site.Requests).PathAndQuery);
    }

    [Fact]
    public async Task Ends_every_connection_when_the_bytes_are_spent()
    {
        await using var site = await LoopbackSite.StartAsync(async context =>
        {
            var block = new byte[16 * 1024];
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(block, context.RequestAborted);
            }
        });
        await using var proxy = Proxy(allowPrivate: true, maxBytes: 200_000);

        var answer = await AskAsync(proxy, $"GET {site.Url} HTTP/1.1\r\nProxy-Authorization: {Authorization(proxy)}\r\n\r\n");
        await proxy.Meter.Spent.WaitAsync(patience);

        Assert.InRange(answer.Length, 1, 200_000);
        Assert.Equal(CrawlReason.BudgetSpent, Assert.Single(proxy.Meter.Refusals).Reason);

        // Refused, or taken from the queue of a listener that is just closing, and ended.
        string? later = null;
        try
        {
            later = await AskAsync(proxy, "GET / HTTP/1.1\r\n\r\n");
        }
        catch (Exception error) when (error is SocketException or IOException)
        {
        }

        Assert.True(string.IsNullOrEmpty(later), later);
    }

    [Theory]
    [InlineData(254)]
    [InlineData(300)]
    [InlineData(5000)]
    public async Task Refuses_a_host_whose_name_is_longer_than_any(int length)
    {
        var host = string.Join('.', Enumerable.Repeat(new string('a', 49), 1 + (length / 50)))[..length].TrimEnd('.') + "a";
        var proxy = Proxy(allowPrivate: false);

        var tunnel = await AskAsync(proxy, Connect(proxy, $"{host}:443"));
        var plain = await AskAsync(proxy, $"GET http://{host}/ HTTP/1.1\r\nProxy-Authorization: {Authorization(proxy)}\r\n\r\n");
        await proxy.DisposeAsync();

        Assert.StartsWith("HTTP/1.1 400 ", tunnel, StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 400 ", plain, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Goes_on_and_ends_well_when_a_connection_fails_in_a_way_nobody_thought_of()
    {
        await using var site = await LoopbackSite.StartAsync(context => context.Response.WriteAsync("still here"));
        var proxy = Proxy(allowPrivate: true, resolve: (_, _) => throw new ArgumentOutOfRangeException(nameof(site)));

        await AskAsync(proxy, Connect(proxy, "host.example:443"));
        var next = await AskAsync(proxy, $"GET {site.Url} HTTP/1.1\r\nProxy-Authorization: {Authorization(proxy)}\r\n\r\n");
        var last = await AskAsync(proxy, Connect(proxy, "host.example:443"));
        await proxy.DisposeAsync();

        Assert.Contains("still here", next, StringComparison.Ordinal);
        Assert.Equal("", last);
    }

    [Fact]
    public async Task Is_gone_after_the_run()
    {
        var proxy = Proxy(allowPrivate: true);
        await proxy.DisposeAsync();

        await Assert.ThrowsAnyAsync<SocketException>(() => AskAsync(proxy, "GET / HTTP/1.1\r\n\r\n"));
    }

    [Fact]
    public async Task Closes_a_connection_over_which_nothing_comes()
    {
        var clock = new ManualTimeProvider();
        await using var server = new Fetch.RawServer((_, token) => Task.Delay(Timeout.Infinite, token));
        await using var proxy = Proxy(allowPrivate: true, clock: clock);

        var asking = AskAsync(proxy, $"GET {server.Url} HTTP/1.1\r\nProxy-Authorization: {Authorization(proxy)}\r\n\r\n");
        await server.Asked.WaitAsync(patience);
        clock.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal("", await asking.WaitAsync(patience));
    }

    private static EgressProxy Proxy(bool allowPrivate, long maxBytes = 10_000_000, int[]? ports = null, NameResolver? resolve = null, TimeProvider? clock = null) =>
        EgressProxy.Start(
            new EgressRules { AllowPrivate = allowPrivate, MaxBytes = maxBytes, Ports = ports ?? [80, 443] },
            resolve ?? Dns.GetHostAddressesAsync, clock ?? TimeProvider.System);

    private static string Authorization(EgressProxy proxy) =>
        $"Basic {Convert.ToBase64String(Encoding.ASCII.GetBytes($"{proxy.Credentials.UserName}:{proxy.Credentials.Password}"))}";

    private static string Connect(EgressProxy proxy, string authority) =>
        $"CONNECT {authority} HTTP/1.1\r\nHost: {authority}\r\nProxy-Authorization: {Authorization(proxy)}\r\n\r\n";

    /// <summary>All that comes back until the proxy hangs up.</summary>
    private static async Task<string> AskAsync(EgressProxy proxy, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, proxy.Port);
        var answer = new MemoryStream();
        try
        {
            await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(request));
            await client.GetStream().CopyToAsync(answer).WaitAsync(patience);
        }
        catch (IOException)
        {
            // Cut off: what came before counts.
        }

        return Encoding.Latin1.GetString(answer.ToArray());
    }
}
