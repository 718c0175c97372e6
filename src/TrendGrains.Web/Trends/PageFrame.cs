using Microsoft.AspNetCore.Http;
using TrendGrains.ServiceDefaults;
using TrendGrains.Web.Markup;

namespace TrendGrains.Web.Trends;

/// <summary>What every page of the board has around it, and the headers that keep everything else out.</summary>
internal sealed class PageFrame(BuildDescription build, Assets assets)
{
    /// <summary>Scripts and styles are our own files; pictures come from the items' hosts; nothing else is loaded.</summary>
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' http: https:; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public IResult Answer(HttpContext context, string title, Html body, bool refresh = false, int status = StatusCodes.Status200OK)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-store";
        return Results.Content(Draw(title, body, refresh).ToString(), "text/html; charset=utf-8", statusCode: status);
    }

    private Html Draw(string title, Html body, bool refresh) => Html.Of(
        $"""
        <!doctype html>
        <html lang="en" data-assets="{assets.Version}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{title}</title>
        <link rel="icon" href="{assets.Address("icon.svg")}" type="image/svg+xml">
        <link rel="stylesheet" href="{assets.Address("board.css")}">
        {(refresh ? Html.Of($"""<noscript><meta http-equiv="refresh" content="15"></noscript><script src="{assets.Address("board.js")}" defer></script>""") : Html.Empty)}
        </head>
        <body>
        {body}
        <footer class="foot"><p>TrendGrains {build.ToString()}</p><p><a href="/status">Status</a><a href="/health">Health</a></p></footer>
        </body>
        </html>
        """);
}
