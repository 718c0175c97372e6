using System.Globalization;
using TrendGrains.Press.Sites;
using TrendGrains.Press.Templates;
using TrendGrains.Press.World;

namespace TrendGrains.Press.Forum;

/// <summary>A listing as Atom, entries as Reddit writes them: the text or a table, then who submitted it, link and comments.</summary>
internal sealed class ForumFeed(Board board, string root, ForumThings things)
{
    public string Write(SiteRequest request, string order)
    {
        var limit = request.Number("limit", ForumListing.UsualLimit, 1, ForumListing.MostLimit);
        var posts = board.Sorted(order, ForumListing.Window(request["t"]), request.Now).Take(limit).ToArray();
        var xml = new Markup(32 * 1024).Add(
            $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/">
            <category term="{board.Name}" label="r/{board.Name}"/>
            <updated>{Stamp(posts.Length > 0 ? posts.Max(p => p.Published) : request.Now)}</updated>
            <generator>{PageHead.Generator}</generator>
            <id>/r/{board.Name}/{order}/.rss</id>
            <link rel="self" href="{root}/r/{board.Name}/{order}/.rss" type="application/atom+xml"/>
            <link rel="alternate" href="{root}/r/{board.Name}/{order}/" type="text/html"/>
            <title>{board.Outlet.Name}</title>

            """);
        foreach (var post in posts)
        {
            Entry(xml, post, request.Now);
        }

        return xml.Raw("</feed>\n").ToString();
    }

    private void Entry(Markup xml, Publication post, DateTimeOffset now)
    {
        var edition = Edition.At(post, now);
        var permalink = root + board.PathOf(post);
        var link = things.IsSelf(post) ? permalink : things.LinkOf(post)!;
        var content = new Markup(1024);
        if (post.Paragraphs.Length > 0)
        {
            content.Raw("<!-- SC_OFF -->").Raw(things.SelfHtml(post)).Raw("<!-- SC_ON --> &#32; ");
        }

        content.Add($"submitted by &#32; <a href=\"{root}/user/{things.Author(post)}\"> /u/{things.Author(post)} </a> <br/> <span><a href=\"{link}\">[link]</a></span> &#32; <span><a href=\"{permalink}\">[comments]</a></span>");
        xml.Add(
            $"""
            <entry>
            <author><name>/u/{things.Author(post)}</name><uri>{root}/user/{things.Author(post)}</uri></author>
            <category term="{board.Name}" label="r/{board.Name}"/>
            <content type="html">{content.ToString()}</content>
            <id>t3_{Board.IdOf(post)}</id>
            <link href="{permalink}"/>
            <updated>{Stamp(edition.Modified)}</updated>
            <published>{Stamp(post.Published)}</published>
            <title>{edition.Title}</title>
            </entry>

            """);
    }

    private static string Stamp(DateTimeOffset moment) => moment.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'+00:00'", CultureInfo.InvariantCulture);
}
