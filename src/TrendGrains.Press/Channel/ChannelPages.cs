using TrendGrains.Press.Sites;
using TrendGrains.Press.Templates;
using TrendGrains.Press.World;

namespace TrendGrains.Press.Channel;

/// <summary>The channel's pages for a browser.</summary>
internal sealed class ChannelPages(Videos videos)
{
    private const string Style = "body{font:15px/1.5 Roboto,'Noto Sans KR',Arial,sans-serif;margin:0}header{padding:12px 24px;border-bottom:1px solid #eee;font-weight:700}main{max-width:900px;margin:20px auto}.grid{display:grid;grid-template-columns:repeat(3,1fr);gap:18px}img,video{width:100%}.views{color:#666}";

    private readonly Wording words = Wording.For(videos.Outlet.Language);

    public string Listing(DateTimeOffset now)
    {
        var page = Begin(videos.Outlet.Name, $"{videos.Root}/channel/{videos.ChannelId}", new Markup(0)).Raw("<div class=\"grid\">\n");
        foreach (var clip in videos.Clips.NewestAt(now).Take(30))
        {
            page.Add($"<div class=\"video\"><a href=\"{videos.PathOf(clip)}\"><img src=\"/vi/{Videos.IdOf(clip)}/hqdefault.png\" alt=\"\" loading=\"lazy\">{Edition.At(clip, now).Title}</a><p class=\"views\">{Videos.ViewsAt(clip, now)} views</p></div>\n");
        }

        return page.Raw("</div></main></body></html>\n").ToString();
    }

    public string Watch(Publication clip, DateTimeOffset now)
    {
        var edition = Edition.At(clip, now);
        var id = Videos.IdOf(clip);
        var graph = new Markup(512).Add(
            $"""
            <meta property="og:type" content="video.other">
            <meta property="og:title" content="{edition.Title}">
            <meta property="og:url" content="{videos.Root}{videos.PathOf(clip)}">
            <meta property="og:image" content="{videos.Root}/vi/{id}/hqdefault.png">
            <meta property="og:video:url" content="{videos.Root}/clips/{id}.avi">
            <meta itemprop="datePublished" content="{words.Machine(clip.Published)}">

            """);
        var page = Begin($"{edition.Title} - {videos.Outlet.Name}", $"{videos.Root}{videos.PathOf(clip)}", graph);
        page.Add($"<video controls poster=\"/vi/{id}/hqdefault.png\"><source src=\"/clips/{id}.avi\" type=\"video/x-msvideo\"></video>\n<h1>{edition.Title}</h1>\n<p class=\"views\">{Videos.ViewsAt(clip, now)} views · {words.Short(clip.Published)}</p>\n<div id=\"description\">");
        foreach (var paragraph in edition.Paragraphs)
        {
            page.Add($"<p>{paragraph}</p>\n");
        }

        page.Raw("</div>\n<div id=\"comments\">\n");
        foreach (var comment in (clip.Reception?.Comments ?? []).Where(c => clip.Published + c.After <= now))
        {
            page.Add($"<div class=\"comment\"><b>@{comment.Author}</b><p>{comment.Text}</p></div>\n");
        }

        return page.Raw("</div></main></body></html>\n").ToString();
    }

    public string Missing() => Begin("404", $"{videos.Root}/404", new Markup(0)).Add($"<p>{words.NotFound}</p></main></body></html>\n").ToString();

    private Markup Begin(string title, string url, Markup head) => new Markup().Add(
        $"""
        <!DOCTYPE html>
        <html lang="{videos.Outlet.Language}"><head><meta charset="utf-8"><title>{title}</title>
        <meta name="generator" content="{PageHead.Generator}">
        <link rel="canonical" href="{url}">
        <link rel="alternate" type="application/rss+xml" title="RSS" href="{videos.Root}/feeds/videos.xml?channel_id={videos.ChannelId}">
        {head}<style>{Style}</style></head>
        <body><header><a href="/">{videos.Outlet.Name}</a></header><main>

        """);
}
