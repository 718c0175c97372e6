using TrendGrains.Press.Sites;
using TrendGrains.Press.Templates;
using TrendGrains.Press.World;

namespace TrendGrains.Press.Forum;

/// <summary>The forum's pages for a browser.</summary>
internal sealed class ForumPages(Board board, string root, ForumThings things)
{
    private const string Style = "body{font:15px/1.5 Verdana,'Malgun Gothic',sans-serif;margin:0;background:#dae0e6}header{background:#fff;padding:10px 20px;border-bottom:1px solid #ccc}main{max-width:760px;margin:18px auto}.thing,.comment{background:#fff;padding:10px 16px;margin:8px 0;border-radius:4px}.score{color:#d93a00;font-weight:700;margin-right:8px}.tagline{color:#777;font-size:12px}";

    public string Listing(SiteRequest request, string order)
    {
        var page = Begin($"{board.Outlet.Name}: r/{board.Name}", $"{root}/r/{board.Name}/");
        foreach (var post in board.Sorted(order, ForumListing.Window(request["t"]), request.Now).Take(ForumListing.UsualLimit))
        {
            page.Add($"<div class=\"thing link\" data-fullname=\"t3_{Board.IdOf(post)}\"><span class=\"score\">{Board.ScoreAt(post, request.Now)}</span><a class=\"title\" href=\"{(things.IsSelf(post) ? board.PathOf(post) : things.LinkOf(post)!)}\">{Edition.At(post, request.Now).Title}</a><p class=\"tagline\">{things.Author(post)} · <a class=\"comments\" href=\"{board.PathOf(post)}\">{Board.CommentsAt(post, request.Now).Length} comments</a></p></div>\n");
        }

        return page.Raw("</main></body></html>\n").ToString();
    }

    public string Post(Publication post, DateTimeOffset now)
    {
        var words = Wording.For(board.Outlet.Language);
        var edition = Edition.At(post, now);
        var page = Begin($"{edition.Title} : r/{board.Name}", root + board.PathOf(post));
        page.Add($"<div class=\"thing link self\"><h1 class=\"title\">{edition.Title}</h1><p class=\"tagline\"><span class=\"score\">{Board.ScoreAt(post, now)}</span> submitted <time datetime=\"{words.Machine(post.Published)}\">{words.Short(post.Published)}</time> by <a class=\"author\" href=\"/user/{things.Author(post)}\">{things.Author(post)}</a></p>\n<div class=\"usertext-body\">");
        page.Raw(things.SelfHtml(post));
        if (!things.IsSelf(post))
        {
            page.Add($"<p class=\"outbound\"><a href=\"{things.LinkOf(post)}\">{things.LinkOf(post)}</a></p>");
        }

        page.Raw("</div></div>\n<div class=\"commentarea\">\n");
        foreach (var comment in Board.CommentsAt(post, now))
        {
            page.Add($"<div class=\"comment\"><p class=\"tagline\"><a class=\"author\" href=\"/user/{ForumThings.Handle(comment.Author)}\">{comment.Author}</a> {1 + Board.Grown(comment.Score, now - post.Published - comment.After)} points</p><div class=\"md\"><p>{comment.Text}</p></div></div>\n");
        }

        return page.Raw("</div></main></body></html>\n").ToString();
    }

    private Markup Begin(string title, string url) => new Markup().Add(
        $"""
        <!DOCTYPE html>
        <html lang="{board.Outlet.Language}"><head><meta charset="utf-8"><title>{title}</title>
        <meta name="generator" content="{PageHead.Generator}">
        <link rel="canonical" href="{url}">
        <link rel="alternate" type="application/atom+xml" href="/r/{board.Name}/new/.rss">
        <style>{Style}</style></head>
        <body><header><a href="/">{board.Outlet.Name}</a> <a href="/r/{board.Name}/new/">new</a> <a href="/r/{board.Name}/top/">top</a> <a href="/search">search</a></header><main>

        """);
}
