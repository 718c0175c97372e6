using System.Net;
using Microsoft.Extensions.Options;
using Microsoft.Playwright;
using TrendGrains.Crawling.Egress;
using TrendGrains.Crawling.Fetch;
using TrendGrains.Crawling.Processes;

namespace TrendGrains.Crawling.Rendering;

/// <summary>
/// Lets a page that was fetched write itself: a headless Chromium runs its scripts and gives the document back. The page itself is not
/// asked for again, so robots.txt, the host's leave and the limits of a fetch have been kept; what it loads goes through an
/// <see cref="EgressProxy"/> of its own. Thread-safe; a page that cannot be rendered is a sentence, not an exception.
/// </summary>
public sealed class PageRenderer : IAsyncDisposable
{
    private readonly RenderingOptions options;
    private readonly FetchOptions fetch;
    private readonly NameResolver resolve;
    private readonly TimeProvider clock;
    private readonly SemaphoreSlim room;
    private readonly Lazy<BrowserProcess?> browser;

    public PageRenderer(IOptions<RenderingOptions> options, IOptions<FetchOptions> fetch, TimeProvider clock)
        : this(options.Value, fetch.Value, Dns.GetHostAddressesAsync, clock)
    {
    }

    internal PageRenderer(RenderingOptions options, FetchOptions fetch, NameResolver resolve, TimeProvider clock)
    {
        (this.options, this.fetch, this.resolve, this.clock) = (options, fetch, resolve, clock);
        room = new SemaphoreSlim(options.Concurrency);
        browser = new Lazy<BrowserProcess?>(() => Program is { } program ? new BrowserProcess(program) : null);
    }

    /// <summary>Why it cannot run here; null when it can.</summary>
    public string? Missing => Program is not null ? null
        : options.Executable is { } file ? $"{RenderingOptions.Section}:{nameof(RenderingOptions.Executable)} names {file}, which is not there."
        : "no Chromium is installed: no folder of PATH has one. Install the package chromium.";

    internal BrowserProcess? Browser => browser.Value;

    private string? Program => ProgramPath.Find(options.Executable, "google-chrome-stable", "google-chrome", "chromium", "chromium-browser");

    /// <param name="page">An HTML page as fetched.</param>
    /// <param name="url">Where it came from, after redirects.</param>
    /// <param name="allowPrivate">The operator allowed addresses of this machine and its private network.</param>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task<RenderedPage> RenderAsync(FetchedPage page, Uri url, bool allowPrivate, CancellationToken cancellationToken)
    {
        if (browser.Value is null)
        {
            return new RenderedPage(null, $"not rendered: {Missing}", 0, TimeSpan.Zero);
        }

        var started = clock.GetTimestamp();
        await room.WaitAsync(cancellationToken);
        try
        {
            await using var proxy = EgressProxy.Start(Rules(url, allowPrivate), resolve, clock);
            var (html, detail) = await RenderAsync(browser.Value, proxy, page, url, cancellationToken);
            return new RenderedPage(html, Said(detail, proxy.Meter), proxy.Meter.Bytes, clock.GetElapsedTime(started));
        }
        finally
        {
            room.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is { IsValueCreated: true, Value: { } process })
        {
            await process.DisposeAsync();
        }

        room.Dispose();
    }

    /// <summary>A page on a port of its own may load from there.</summary>
    private EgressRules Rules(Uri url, bool allowPrivate) => new()
    {
        AllowPrivate = allowPrivate,
        Ports = [80, 443, url.Port],
        MaxBytes = options.MaxNetworkBytes,
        MaxConnections = options.MaxConnections,
    };

    private async Task<(string? Html, string Detail)> RenderAsync(
        BrowserProcess process, EgressProxy proxy, FetchedPage page, Uri url, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(options.TimeLimit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        IBrowserContext? context = null;
        try
        {
            var running = await process.GetAsync(either.Token);
            context = await running.NewContextAsync(RenderingContext.Options(proxy, fetch)).WaitAsync(either.Token);
            var html = await OpenPage.ReadAsync(context, page, url, options).WaitAsync(either.Token);
            return html is null
                ? (null, $"not rendered: the page grew to more than {options.MaxElements:N0} elements or {options.MaxCharacters:N0} characters")
                : (html, $"rendered to {html.Length:N0} characters");
        }
        catch (Exception end) when (end is OperationCanceledException or TimeoutException && !cancellationToken.IsCancellationRequested)
        {
            return (null, $"not rendered: the page was not done within {options.TimeLimit.TotalSeconds:0.###} s");
        }
        catch (Exception fault) when (fault is PlaywrightException || !cancellationToken.IsCancellationRequested)
        {
            // A page may redefine what it is asked for, so that an answer is of another type than any browser gives.
            return (null, $"not rendered: {UrlPolicy.Shown(fault.Message.ReplaceLineEndings(" "))}");
        }
        finally
        {
            await CloseAsync(process, context);
        }
    }

    /// <summary>A page that will not close takes the browser with it.</summary>
    private static async Task CloseAsync(BrowserProcess process, IBrowserContext? context)
    {
        try
        {
            await (context?.CloseAsync() ?? Task.CompletedTask).WaitAsync(TimeSpan.FromSeconds(5));
        }
        catch (Exception stuck) when (stuck is TimeoutException or PlaywrightException)
        {
            await process.RestartAsync();
        }
    }

    private static string Said(string detail, EgressMeter meter)
    {
        var refused = meter.Refusals;
        return refused.Length == 0 ? $"{detail}." : $"{detail}; {refused.Length} of its requests were refused: {refused[0].Detail}";
    }
}
