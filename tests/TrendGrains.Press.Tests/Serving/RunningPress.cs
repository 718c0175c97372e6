using System.Net;
using System.Text;
using System.Text.Json;
using TrendGrains.Press.Hosting;
using TrendGrains.Press.World;
using TrendGrains.TestKit;

namespace TrendGrains.Press.Tests.Serving;

/// <summary>The small world on loopback, frozen at its end unless a test moves it, and a client that asks it as a browser would.</summary>
public sealed class RunningPress : IAsyncLifetime
{
    private PressHost? host;

    public PressHost Host => host ?? throw new InvalidOperationException("The press has not started.");

    public ManualTimeProvider Time { get; } = new();

    public HttpClient Client { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }, disposeHandler: true);

    public async Task InitializeAsync() => host = await PressHost.StartAsync(SmallWorld.World, new PressOptions { Frozen = true, Faults = false }, Time, CancellationToken.None);

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await Host.DisposeAsync();
    }

    public void GoTo(int minutes) => Host.Clock.Change(new(Now: SmallWorld.At(minutes)));

    public string At(string outlet, string path) => new Uri(Host.AddressOf(outlet), path).AbsoluteUri;

    public async Task<string> TextAsync(string url)
    {
        using var response = await Client.GetAsync(url);
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{url}: {response.StatusCode}");
        return await response.Content.ReadAsStringAsync();
    }

    internal Task<string> TextAsync(Publication publication) => TextAsync(Host.UrlOf(publication).AbsoluteUri);

    public async Task<JsonElement> JsonAsync(string url) => JsonDocument.Parse(await TextAsync(url)).RootElement;

    public async Task<JsonElement[]> LinesAsync(string path) =>
        [.. (await TextAsync(new Uri(Host.SideDoor, path).AbsoluteUri)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)];

    public async Task<HttpStatusCode> StatusAsync(string url)
    {
        using var response = await Client.GetAsync(url);
        return response.StatusCode;
    }

    public async Task<HttpResponseMessage> PostAsync(string url, string body) => await Client.PostAsync(url, new StringContent(body, Encoding.UTF8, "application/json"));
}
