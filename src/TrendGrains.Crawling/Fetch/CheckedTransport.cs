using System.Net;

namespace TrendGrains.Crawling.Fetch;

/// <summary>The way to the network for what the operator asks besides the web, e.g. a model's endpoint: the checks of <see cref="PageFetcher"/> without its limits.</summary>
public static class CheckedTransport
{
    /// <summary>A handler that checks each address as it connects, follows no redirect, keeps no cookies and takes no proxy; the caller disposes it.</summary>
    /// <param name="allowPrivate">Whether this machine and its networks may be reached; cloud metadata never is.</param>
    public static HttpMessageHandler Create(bool allowPrivate, TimeSpan connectTimeout, TimeProvider clock) => Create(allowPrivate, connectTimeout, clock, Dns.GetHostAddressesAsync);

    internal static HttpMessageHandler Create(bool allowPrivate, TimeSpan connectTimeout, TimeProvider clock, NameResolver resolve) => new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        UseCookies = false,
        UseProxy = false,
        ActivityHeadersPropagator = null,
        ConnectTimeout = connectTimeout,
        MaxResponseHeadersLength = 64,
        MaxResponseDrainSize = 64 * 1024,
        ResponseDrainTimeout = TimeSpan.FromSeconds(1),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(60),
        ConnectCallback = new CheckedConnector(allowPrivate, connectTimeout, resolve, clock).ConnectAsync,
    };
}
