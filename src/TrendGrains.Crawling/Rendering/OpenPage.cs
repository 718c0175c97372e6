using Microsoft.Playwright;
using TrendGrains.Crawling.Fetch;

namespace TrendGrains.Crawling.Rendering;

/// <summary>One page in the browser, from its fetched bytes to its finished document.</summary>
internal static class OpenPage
{
    /// <summary>What a document needs to write itself; pictures, sound, video and fonts only cost.</summary>
    private static readonly string[] needed = ["script", "xhr", "fetch", "stylesheet", "websocket", "eventsource", "preflight"];

    /// <summary>The height of a page that can be scrolled, which then is at its end; null of one that fits its window.</summary>
    private const string ScrollToEnd =
        """
        () => {
          const height = document.documentElement.scrollHeight;
          if (height <= innerHeight) return null;
          scrollTo(0, height);
          return height;
        }
        """;

    private const string HasGrown = "before => document.documentElement.scrollHeight > before";

    private const string Finished =
        """
        ([elements, characters]) => {
          if (document.getElementsByTagName('*').length > elements) return null;
          const html = '<!doctype html>\n' + document.documentElement.outerHTML;
          return html.length > characters ? null : html;
        }
        """;

    /// <summary>The document once it has settled; null where it is larger than allowed.</summary>
    public static async Task<string?> ReadAsync(IBrowserContext context, FetchedPage fetched, Uri url, RenderingOptions options)
    {
        var limit = (float)options.TimeLimit.TotalMilliseconds;
        await context.AddInitScriptAsync(RenderingContext.Script);
        var page = await context.NewPageAsync();
        context.Page += (_, other) => _ = CloseAsync(other);
        await context.RouteAsync("**/*", route => AnswerAsync(route, page, fetched, url));
        await page.GotoAsync(url.AbsoluteUri, new PageGotoOptions { WaitUntil = WaitUntilState.DOMContentLoaded, Timeout = limit });
        await SettleAsync(page, options);
        for (var scrolls = 0; scrolls < options.MaxScrolls && await GrowsAsync(page, options); scrolls++)
        {
            await SettleAsync(page, options);
        }

        return await page.EvaluateAsync<string?>(Finished, new[] { options.MaxElements, options.MaxCharacters });
    }

    /// <summary>The document is the one that was fetched; another in its place is another page, which a crawl finds by its link.</summary>
    private static Task AnswerAsync(IRoute route, IPage page, FetchedPage fetched, Uri url)
    {
        var request = route.Request;
        if (request.IsNavigationRequest)
        {
            return request.Frame == page.MainFrame && request.Url == url.AbsoluteUri.Split('#')[0]
                ? route.FulfillAsync(new RouteFulfillOptions { Status = 200, BodyBytes = fetched.Body, ContentType = ContentType(fetched) })
                : route.AbortAsync("blockedbyclient");
        }

        return needed.Contains(request.ResourceType) ? route.ContinueAsync() : route.AbortAsync("blockedbyclient");
    }

    private static string ContentType(FetchedPage page) =>
        (page.MediaType.Length > 0 ? page.MediaType : "text/html") + (page.Charset is { } charset ? $"; charset={charset}" : "");

    /// <summary>Until it loads nothing more, or long enough: some pages never rest.</summary>
    private static async Task SettleAsync(IPage page, RenderingOptions options)
    {
        try
        {
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle, new PageWaitForLoadStateOptions { Timeout = (float)options.Settling.TotalMilliseconds });
        }
        catch (TimeoutException)
        {
            // It goes on by itself; what is there is taken.
        }
    }

    private static async Task<bool> GrowsAsync(IPage page, RenderingOptions options)
    {
        if (await page.EvaluateAsync<double?>(ScrollToEnd) is not { } before)
        {
            return false;
        }

        try
        {
            await page.WaitForFunctionAsync(HasGrown, before, new PageWaitForFunctionOptions { Timeout = (float)Math.Min(1500, options.Settling.TotalMilliseconds) });
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private static async Task CloseAsync(IPage popup)
    {
        try
        {
            await popup.CloseAsync();
        }
        catch (PlaywrightException)
        {
            // It closed itself.
        }
    }
}
