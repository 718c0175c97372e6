using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TrendGrains.Abstractions.Sources;
using TrendGrains.ServiceDefaults;
using TrendGrains.Storage;

namespace TrendGrains.Web.Status;

/// <summary>The page at <c>/status</c>: sources, items and grains as they are now. Plain HTML, no script.</summary>
internal static class StatusPage
{
    private const string Style =
        """
        :root{color-scheme:light dark;font:15px/1.5 system-ui,sans-serif}
        body{max-width:70rem;margin:2rem auto;padding:0 1rem}
        h1{font-size:1.5rem;margin:0}h2{font-size:1.1rem;margin:2rem 0 .5rem}
        p.build{opacity:.7;margin:.2rem 0 1rem}
        table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.3rem .7rem .3rem 0;border-bottom:1px solid #8884;vertical-align:top}
        td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}a{color:inherit}
        .counts span{display:inline-block;margin-right:1.5rem}.counts b{font-size:1.3rem;margin-right:.3rem}
        .empty{opacity:.7}td.url{word-break:break-all}td.t{white-space:nowrap}
        """;

    private static readonly HtmlEncoder encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static void MapStatus(this IEndpointRouteBuilder endpoints, BuildDescription build) =>
        endpoints.MapGet("/status", async (HttpContext context, StatusReader reader, DatabaseReadiness database) =>
        {
            context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
            context.Response.Headers["Referrer-Policy"] = "no-referrer";
            if (await database.ProblemAsync(context.RequestAborted) is { } problem)
            {
                context.Response.Headers["Refresh"] = "5";
                return Results.Content(Page(build, $"<p>Waiting for the database: {Text(problem)}</p>"), "text/html; charset=utf-8", statusCode: 503);
            }

            context.Response.Headers["Refresh"] = "15";
            return Results.Content(Page(build, Body(await reader.ReadAsync(context.RequestAborted))), "text/html; charset=utf-8");
        });

    private static string Page(BuildDescription build, string body) =>
        $"""
        <!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
        <title>TrendGrains</title><style>{Style}</style></head>
        <body><h1><a href="/">TrendGrains</a></h1><p class="build">{Text(build.ToString())}</p>{body}</body></html>
        """;

    private static string Body(StatusSnapshot snapshot)
    {
        var html = new StringBuilder("<p class=\"counts\">");
        foreach (var (state, count) in snapshot.Items.OrderByDescending(i => i.Value))
        {
            html.Append(CultureInfo.InvariantCulture, $"<span><b>{count:N0}</b>{Text(state)}</span>");
        }

        html.Append("</p>");
        if (snapshot.Missing.Count > 0)
        {
            html.Append("<h2>Understood in part</h2><table><tr><th>still to come<th class=\"n\">items<th>why</tr>");
            foreach (var missing in snapshot.Missing)
            {
                html.Append(CultureInfo.InvariantCulture, $"<tr><td>{Text(missing.Part)}<td class=\"n\">{missing.Items:N0}<td>{Text(missing.Reason)}</tr>");
            }

            html.Append("</table>");
        }

        html.Append("<h2>Sources</h2>");
        if (snapshot.Sources.Count == 0)
        {
            html.Append("<p class=\"empty\">None yet: <code>deploy/local/trendgrains sources add https://…</code> adds one.</p>");
        }
        else
        {
            html.Append("<table><tr><th>id<th>kind<th>access<th>address<th class=\"n\">items<th>last fetch</tr>");
            foreach (var source in snapshot.Sources)
            {
                var definition = source.Definition;
                html.Append(CultureInfo.InvariantCulture,
                    $"<tr><td>{Text(definition.Slug)}<td>{Word(definition.Kind)}<td>{(definition.Kind == SourceKind.File ? "" : Word(definition.Access))}<td class=\"url\">{Text(definition.Url)}<td class=\"n\">{source.Items:N0}<td class=\"t\">{Time(source.LastFetched)}</tr>");
            }

            html.Append("</table>");
        }

        html.Append("<h2>Newest items</h2>");
        html.Append(snapshot.Recent.Count == 0 ? "<p class=\"empty\">None yet.</p>" : "<table><tr><th>title<th>source<th>language<th>time</tr>");
        foreach (var item in snapshot.Recent)
        {
            html.Append(CultureInfo.InvariantCulture,
                $"<tr><td><a rel=\"noreferrer\" href=\"{Link(item.Url)}\">{Text(item.Title ?? item.Url)}</a><td>{Text(item.Source)}<td>{Text(item.Language)}<td class=\"t\">{Time(item.EventTime)}</tr>");
        }

        html.Append(snapshot.Recent.Count == 0 ? "" : "</table>").Append("<h2>Grains</h2><table><tr><th>class<th class=\"n\">activations</tr>");
        foreach (var (grain, count) in snapshot.Activations.OrderBy(a => a.Key, StringComparer.Ordinal))
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr><td>{Text(grain)}<td class=\"n\">{count:N0}</tr>");
        }

        return html.Append("</table>").ToString();
    }

    private static string Text(string? text) => encoder.Encode(text ?? "");

    /// <summary>Only web addresses become links; anything else a page may have claimed as its address does not.</summary>
    private static string Link(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Scheme is "http" or "https") ? Text(url) : "#";

    private static string Word(Enum value) => value.ToString().ToLowerInvariant();

    private static string Time(DateTimeOffset? time) => time?.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture) ?? "never";
}
