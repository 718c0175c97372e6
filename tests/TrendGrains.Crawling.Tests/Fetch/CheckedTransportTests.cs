using System.Net;
using TrendGrains.Crawling.Fetch;
using TrendGrains.TestKit.Sites;

namespace TrendGrains.Crawling.Tests.Fetch;

public sealed class CheckedTransportTests
{
    [Theory]
    [InlineData("127.0.0.1", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("169.254.169.254", true)]
    public async Task An_address_that_is_not_allowed_is_never_connected_to(string address, bool allowPrivate)
    {
        using var http = Open(allowPrivate, _ => Task.FromResult<IPAddress[]>([IPAddress.Parse(address)]));

        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => SendAsync(http, "http://models.example/v1"));

        Assert.Contains($"models.example is at {address}, which is not a public address", refused.GetBaseException().Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_operator_s_own_machine_answers_when_it_is_allowed()
    {
        await using var site = await LoopbackSite.StartAsync(new Dictionary<string, string> { ["/"] = "hello" });
        using var http = Open(allowPrivate: true, _ => throw new InvalidOperationException("An address is not resolved."));

        using var answer = await SendAsync(http, site.Url.ToString());

        Assert.Equal("hello", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_redirect_is_given_back_and_not_followed()
    {
        await using var site = await LoopbackSite.StartAsync(context =>
        {
            context.Response.Redirect("/elsewhere");
            return Task.CompletedTask;
        });
        using var http = Open(allowPrivate: true, _ => throw new InvalidOperationException("An address is not resolved."));

        using var answer = await SendAsync(http, site.Url.ToString());

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Single(site.Requests);
    }

    private static HttpMessageInvoker Open(bool allowPrivate, Func<string, Task<IPAddress[]>> resolve) =>
        new(CheckedTransport.Create(allowPrivate, TimeSpan.FromSeconds(10), TimeProvider.System, (host, _) => resolve(host)));

    private static async Task<HttpResponseMessage> SendAsync(HttpMessageInvoker http, string url)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url);
        return await http.SendAsync(request, default);
    }
}
