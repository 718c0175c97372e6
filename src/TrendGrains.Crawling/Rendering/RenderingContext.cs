using Microsoft.Playwright;
using TrendGrains.Crawling.Egress;
using TrendGrains.Crawling.Fetch;

namespace TrendGrains.Crawling.Rendering;

/// <summary>A browser context for one page: nothing of an earlier page in it, nothing of it left, one way out.</summary>
internal static class RenderingContext
{
    /// <summary>Ways out that know no proxy, new windows, and downloads, which would be asked for before they are denied.</summary>
    public const string Script =
        """
        for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection', 'RTCDataChannel', 'WebTransport', 'SharedWorker']) delete globalThis[name];
        window.open = () => null;
        addEventListener('click', e => { if (e.target.closest?.('a[download]')) e.preventDefault(); }, true);
        """;

    public static BrowserNewContextOptions Options(EgressProxy proxy, FetchOptions fetch) => new()
    {
        // Chromium would leave this machine's own addresses to themselves: what is minus loopback goes through the proxy as well.
        Proxy = new Proxy
        {
            Server = proxy.Address,
            Bypass = "<-loopback>",
            Username = proxy.Credentials.UserName,
            Password = proxy.Credentials.Password,
        },
        UserAgent = $"Mozilla/5.0 (compatible; {fetch.UserAgent})",
        ServiceWorkers = ServiceWorkerPolicy.Block,
        AcceptDownloads = false,
        IgnoreHTTPSErrors = false,
        ViewportSize = new ViewportSize { Width = 1280, Height = 1024 },
        ReducedMotion = ReducedMotion.Reduce,
    };
}
