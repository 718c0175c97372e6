using Microsoft.Playwright;

namespace TrendGrains.Crawling.Rendering;

/// <summary>The one browser of this process: started when it is first needed, started again when it is gone.</summary>
internal sealed class BrowserProcess(string program) : IAsyncDisposable
{
    /// <summary>
    /// No name is resolved here and nothing is sent but by a context's own proxy: what the browser itself wants of the network ends
    /// at a port where nobody listens, and so does real-time media that would go around a proxy.
    /// </summary>
    private static readonly string[] arguments =
    [
        "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
        "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
        "--webrtc-ip-handling-policy=disable_non_proxied_udp",
        "--disable-quic",
        "--disable-gpu",
        "--mute-audio",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-domain-reliability",
        "--disable-extensions",
        "--disable-sync",
        "--dns-prefetch-disable",
        "--no-pings",
        "--js-flags=--max-old-space-size=512",
    ];

    private readonly SemaphoreSlim starting = new(1);
    private readonly DirectoryInfo home = Directory.CreateTempSubdirectory("trendgrains-browser-");
    private IPlaywright? driver;
    private IBrowser? browser;

    public async Task<IBrowser> GetAsync(CancellationToken cancellationToken)
    {
        await starting.WaitAsync(cancellationToken);
        try
        {
            if (browser is not { IsConnected: true })
            {
                await EndAsync();
                BrowserDriver.Locate();
                driver = await Playwright.CreateAsync();
                browser = await driver.Chromium.LaunchAsync(Launch());
            }

            return browser;
        }
        catch
        {
            await EndAsync();
            throw;
        }
        finally
        {
            starting.Release();
        }
    }

    /// <summary>Ends it, pages and all; the next that needs it starts another.</summary>
    public async Task RestartAsync()
    {
        await starting.WaitAsync(CancellationToken.None);
        try
        {
            await EndAsync();
        }
        finally
        {
            starting.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        home.Delete(recursive: true);
        starting.Dispose();
    }

    private BrowserTypeLaunchOptions Launch() => new()
    {
        ExecutablePath = program,
        Headless = true,
        Args = arguments,

        // Chromium's sandbox refuses to serve root, as in many containers; there the container is the wall.
        ChromiumSandbox = !Environment.IsPrivilegedProcess,
        Proxy = new Proxy { Server = "http://127.0.0.1:9", Bypass = "<-loopback>" },
        HandleSIGINT = false,
        HandleSIGTERM = false,
        HandleSIGHUP = false,
        Timeout = 30_000,
        Env = new Dictionary<string, string>
        {
            ["PATH"] = Environment.GetEnvironmentVariable("PATH") ?? "/usr/bin:/bin",
            ["HOME"] = home.FullName,
            ["LANG"] = "C.UTF-8",
        },
    };

    private async Task EndAsync()
    {
        var (old, oldDriver) = (browser, driver);
        (browser, driver) = (null, null);
        try
        {
            await (old?.CloseAsync() ?? Task.CompletedTask).WaitAsync(TimeSpan.FromSeconds(5));
        }
        catch (Exception gone) when (gone is PlaywrightException or TimeoutException)
        {
            // It hangs or is gone: the driver takes its processes along.
        }

        oldDriver?.Dispose();
    }
}
