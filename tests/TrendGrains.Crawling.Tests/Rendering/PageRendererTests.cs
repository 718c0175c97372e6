using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Fetch;
using TrendGrains.Crawling.Rendering;
using TrendGrains.TestKit.Programs;
using TrendGrains.TestKit.Sites;

namespace TrendGrains.Crawling.Tests.Rendering;

public sealed class PageRendererTests
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(90);

    [ChromiumFact]
    public async Task Gives_back_what_scripts_have_written()
    {
        await using var site = await LoopbackSite.StartAsync(context => context.Response.WriteAsync("""["폭풍","Storm"]"""));
        await using var renderer = Renderer();

        var page = await RenderAsync(renderer, site.At("/news?a=1"), allowPrivate: true,
            "<title>Shell</title><ul id=l></ul><script>fetch('/list.json').then(r => r.json()).then(a => { l.innerHTML = a.map(t => `<li>${t}</li>`).join('') })</script>");

        Assert.Contains("<li>폭풍</li><li>Storm</li>", page.Html, StringComparison.Ordinal);
        Assert.StartsWith("<!doctype html>", page.Html, StringComparison.Ordinal);
        var request = Assert.Single(site.Requests);
        Assert.Equal("/list.json", request.PathAndQuery);
        Assert.Contains("TrendGrainsBot", request.Headers["User-Agent"], StringComparison.Ordinal);
        Assert.True(page.NetworkBytes > 0);
    }

    [ChromiumFact]
    public async Task Scrolls_a_page_that_grows_so_often_and_no_more()
    {
        await using var renderer = Renderer(o => o.MaxScrolls = 3);

        var page = await RenderAsync(renderer, new Uri("https://news.example/"), allowPrivate: false,
            """
            <div id=l></div><script>
            let n = 0;
            const more = () => { for (let i = 0; i < 10; i++) l.insertAdjacentHTML('beforeend', `<p style="height:200px">item ${n++}</p>`); };
            more();
            addEventListener('scroll', () => { if (innerHeight + scrollY >= document.documentElement.scrollHeight - 10) more(); });
            </script>
            """);

        Assert.Contains("item 39", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("item 60<", page.Html, StringComparison.Ordinal);
    }

    [ChromiumFact]
    public async Task Says_so_where_a_page_has_redefined_what_it_is_asked_for()
    {
        await using var renderer = Renderer();

        var page = await RenderAsync(renderer, new Uri("https://news.example/"), allowPrivate: false,
            "<p>One</p><script>Object.defineProperty(Element.prototype, 'scrollHeight', { get: () => 'tall' })</script>");

        Assert.Null(page.Html);
        Assert.StartsWith("not rendered: ", page.Detail, StringComparison.Ordinal);
    }

    [ChromiumFact]
    public async Task Reaches_no_private_address_by_any_way_that_a_page_has()
    {
        await using var inside = await LoopbackSite.StartAsync(context => context.Response.WriteAsync("secret"));
        await using var renderer = Renderer(resolve: (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]));

        // The page's own port is the inside's, so that no rule about ports stands before the one about addresses.
        var page = await RenderAsync(renderer, new Uri($"http://news.example:{inside.Url.Port}/"), allowPrivate: false,
            $$"""
            <script src="{{inside.Url}}script.js"></script><link rel=stylesheet href="{{inside.Url}}style.css">
            <link rel=preconnect href="{{inside.Url}}"><link rel=dns-prefetch href="{{inside.Url}}">
            <img src="{{inside.Url}}a.png"><iframe src="{{inside.Url}}frame"></iframe><iframe src="file:///etc/passwd"></iframe>
            <script>
            const say = t => document.body.insertAdjacentHTML('beforeend', `<p>${t}</p>`);
            const urls = ['{{inside.Url}}fetch', 'http://localhost:{{inside.Url.Port}}/', 'http://[::1]:{{inside.Url.Port}}/', 'http://169.254.169.254/', '/same-origin', 'http://rebound.example:{{inside.Url.Port}}/'];
            Promise.allSettled(urls.map(u => fetch(u, { mode: 'no-cors' }).then(r => r.text()).then(t => say('got ' + t)))).then(() => say('all answered'));
            try { new WebSocket('ws://127.0.0.1:{{inside.Url.Port}}/ws').onopen = () => say('socket open'); } catch {}
            navigator.sendBeacon('{{inside.Url}}beacon', 'x');
            navigator.serviceWorker?.register('/worker.js');
            say(typeof RTCPeerConnection + ' ' + typeof WebTransport);
            </script>
            """);

        Assert.Contains("<p>all answered", page.Html, StringComparison.Ordinal);
        Assert.Contains("undefined undefined", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<p>got secret", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<p>socket open", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("root:", page.Html, StringComparison.Ordinal);
        Assert.Contains("not a public address", page.Detail, StringComparison.Ordinal);
        Assert.Empty(inside.Requests);
    }

    [ChromiumFact]
    public async Task Loads_no_pictures_sound_fonts_or_frames_and_opens_no_windows()
    {
        await using var site = await LoopbackSite.StartAsync(context => context.Response.WriteAsync(""));
        await using var renderer = Renderer();

        var page = await RenderAsync(renderer, site.At("/"), allowPrivate: true,
            """
            <style>@font-face { font-family: f; src: url(/font.woff2) } body { font-family: f; background: url(/background.png) }</style>
            text <img src=/a.png><video src=/v.mp4 autoplay></video><audio src=/a.mp3 autoplay></audio><iframe src=/frame></iframe><object data=/object></object>
            <a id=d href=/file.zip download>d</a><a id=w href=/window target=_blank>w</a>
            <script>d.click(); w.click(); window.open('/opened'); fetch('/wanted')</script>
            """);

        Assert.NotNull(page.Html);
        Assert.Equal(["/wanted"], site.Requests.Select(r => r.PathAndQuery));
    }

    [ChromiumFact]
    public async Task Stays_on_the_page_that_was_fetched()
    {
        await using var site = await LoopbackSite.StartAsync(context => context.Response.WriteAsync("<p>another page"));
        await using var renderer = Renderer();

        var page = await RenderAsync(renderer, site.At("/first"), allowPrivate: true, "<p>the first<script>location.href = '/second'</script>");

        Assert.Contains("the first", page.Html, StringComparison.Ordinal);
        Assert.Empty(site.Requests);
    }

    [ChromiumFact]
    public async Task Ends_a_page_that_never_does_and_goes_on_with_the_next()
    {
        await using var renderer = Renderer(o => o.TimeLimit = TimeSpan.FromSeconds(3));

        var endless = await RenderAsync(renderer, new Uri("https://news.example/"), allowPrivate: false, "<script>for (;;) {}</script>");
        var next = await RenderAsync(renderer, new Uri("https://news.example/"), allowPrivate: false, "<script>document.write('well')</script>");

        Assert.Null(endless.Html);
        Assert.Contains("not done within 3 s", endless.Detail, StringComparison.Ordinal);
        Assert.Contains("well", next.Html, StringComparison.Ordinal);
    }

    [ChromiumFact]
    public async Task Answers_no_questions_and_goes_on()
    {
        await using var renderer = Renderer();

        var page = await RenderAsync(renderer, new Uri("https://news.example/"), allowPrivate: false,
            "<script>onbeforeunload = () => 'stay'; alert('look'); document.write(`<p>${confirm('sure?')} ${prompt('who?')}</p>`); print()</script>");

        Assert.Contains("<p>false null</p>", page.Html, StringComparison.Ordinal);
    }

    [ChromiumFact]
    public async Task Keeps_no_page_that_outgrew_the_limits()
    {
        await using var renderer = Renderer(o => o.MaxElements = 1000);

        var page = await RenderAsync(renderer, new Uri("https://news.example/"), allowPrivate: false, "<script>document.write('<p>'.repeat(2000))</script>");

        Assert.Null(page.Html);
        Assert.Contains("1,000 elements", page.Detail, StringComparison.Ordinal);
    }

    [ChromiumFact]
    public async Task Takes_what_is_there_when_the_bytes_are_spent()
    {
        await using var site = await LoopbackSite.StartAsync(context => context.Response.Body.WriteAsync(new byte[500_000]).AsTask());
        await using var renderer = Renderer(o => o.MaxNetworkBytes = 200_000);

        var page = await RenderAsync(renderer, site.At("/"), allowPrivate: true, "<p>text<script>fetch('/large').then(r => r.blob())</script>");

        Assert.Contains("<p>text", page.Html, StringComparison.Ordinal);
        Assert.Contains("more than 200,000 bytes", page.Detail, StringComparison.Ordinal);
    }

    [ChromiumFact]
    public async Task Starts_another_browser_when_one_is_gone()
    {
        await using var renderer = Renderer();
        var before = await RenderAsync(renderer, new Uri("https://news.example/"), allowPrivate: false, "<p>one");
        var browser = await renderer.Browser!.GetAsync(CancellationToken.None);
        await browser.CloseAsync();

        var after = await RenderAsync(renderer, new Uri("https://news.example/"), allowPrivate: false, "<p>two");

        Assert.Contains("<p>one", before.Html, StringComparison.Ordinal);
        Assert.Contains("<p>two", after.Html, StringComparison.Ordinal);
    }

    [ChromiumFact]
    public async Task Leaves_nothing_of_a_page_to_the_next()
    {
        await using var renderer = Renderer();
        const string Page = "<script>document.write(localStorage.x ? 'was here' : 'first visit'); localStorage.x = 1</script>";

        await RenderAsync(renderer, new Uri("https://news.example/"), allowPrivate: false, Page);
        var second = await RenderAsync(renderer, new Uri("https://news.example/"), allowPrivate: false, Page);

        Assert.Contains("first visit", second.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_which_package_is_missing()
    {
        await using var renderer = Renderer(o => o.Executable = "/nowhere/chromium");

        var page = await RenderAsync(renderer, new Uri("https://news.example/"), allowPrivate: false, "<p>text");

        Assert.Null(page.Html);
        Assert.Contains("/nowhere/chromium", page.Detail, StringComparison.Ordinal);
    }

    private static PageRenderer Renderer(Action<RenderingOptions>? configure = null, NameResolver? resolve = null)
    {
        var options = new RenderingOptions { Settling = TimeSpan.FromSeconds(10), TimeLimit = TimeSpan.FromSeconds(60) };
        configure?.Invoke(options);
        return new PageRenderer(options, new FetchOptions(), resolve ?? Dns.GetHostAddressesAsync, TimeProvider.System);
    }

    private static Task<RenderedPage> RenderAsync(PageRenderer renderer, Uri url, bool allowPrivate, string html) => renderer.RenderAsync(
        new FetchedPage { Reason = CrawlReason.Fetched, Url = url, Detail = "", MediaType = "text/html", Charset = "utf-8", Body = Encoding.UTF8.GetBytes("<!doctype html><body>" + html) },
        url, allowPrivate, CancellationToken.None).WaitAsync(patience);
}
