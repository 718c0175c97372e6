using TrendGrains.Press.Sites;

namespace TrendGrains.Press.Templates;

/// <summary>Small parts that several themes show.</summary>
internal static class Pieces
{
    public static Markup Thumbnail(Teaser teaser) =>
        teaser.Picture is { } picture ? new Markup(128).Add($"<img src=\"{picture}\" width=\"190\" alt=\"\" loading=\"lazy\">") : new Markup(0);

    /// <summary>Tells a paid link as the outlet does, if it does.</summary>
    public static Markup Rel(Masthead masthead, Teaser teaser) =>
        teaser.IsAdvert && masthead.Style.Adverts is AdvertMarks.Links or AdvertMarks.LabelAndLinks
            ? new Markup(32).Raw(" rel=\"sponsored nofollow\"")
            : new Markup(0);

    public static Markup Label(Masthead masthead, Teaser teaser) =>
        teaser.IsAdvert && masthead.Style.Adverts is AdvertMarks.Label or AdvertMarks.LabelAndLinks
            ? new Markup(64).Add($"<span class=\"ad-label\">{masthead.Words.Advertisement}</span>")
            : new Markup(0);

    public static void TitleList(Markup page, Masthead masthead, Teaser[] teasers, string name)
    {
        page.Add($"<ul class=\"{name}\">\n");
        foreach (var teaser in teasers)
        {
            page.Add($"<li><a href=\"{teaser.Path}\"{Rel(masthead, teaser)}>{teaser.Title}</a>{Label(masthead, teaser)}</li>\n");
        }

        page.Raw("</ul>\n");
    }

    public static void AdvertBox(Markup page, Masthead masthead, Teaser advert, string name)
    {
        page.Add($"<div class=\"{name}\">{Label(masthead, advert)} <a href=\"{advert.Path}\"{Rel(masthead, advert)}>{advert.Title}</a></div>\n");
    }

    /// <summary>A box of an advertising network: words that no page of this site stands behind.</summary>
    public static void NetworkBox(Markup page, Masthead masthead, string seed, string name)
    {
        var lines = masthead.Words.AdvertLines;
        var first = Hash.Below(lines.Length, seed, 1);
        page.Add($"<div class=\"{name}\" data-ad-slot=\"{Hash.Below(10_000, seed, 2)}\"><a href=\"#ad\" rel=\"nofollow\">{lines[first]}</a> <a href=\"#ad\" rel=\"nofollow\">{lines[(first + 1) % lines.Length]}</a></div>\n");
    }

    public static void TagLinks(Markup page, ArticlePage article)
    {
        if (article.Publication.Tags.Length == 0)
        {
            return;
        }

        page.Add($"<p class=\"tags\">{article.Masthead.Words.Tags}: ");
        foreach (var tag in article.Publication.Tags)
        {
            page.Add($"<a href=\"/tag/{Uri.EscapeDataString(tag)}\" rel=\"tag\">#{tag}</a> ");
        }

        page.Raw("</p>\n");
    }

    public static void Groups(Markup page, IEnumerable<LinkGroup> groups)
    {
        foreach (var group in groups.Where(g => g.Links.Length > 0))
        {
            page.Add($"<ul class=\"{group.Name}\">");
            foreach (var (title, path) in group.Links)
            {
                page.Add($"<li><a href=\"{path}\">{title}</a></li>");
            }

            page.Raw("</ul>\n");
        }
    }

    public static void Pager(Markup page, ListingPage listing)
    {
        page.Raw("<div class=\"pager\">");
        if (listing.Newer is { } newer)
        {
            page.Add($"<a rel=\"prev\" href=\"{newer}\">{listing.Masthead.Words.Newer}</a> ");
        }

        if (listing.Older is { } older)
        {
            page.Add($"<a rel=\"next\" href=\"{older}\">{listing.Masthead.Words.Older}</a>");
        }

        page.Raw("</div>\n");
    }

    public static void FooterLinks(Markup page, Masthead masthead)
    {
        var words = masthead.Words;
        page.Add($"<p class=\"foot\"><a href=\"/about\">{words.About}</a> | <a href=\"/contact\">{words.Contact}</a> | <a href=\"/privacy\">{words.Privacy}</a>");
        if (masthead.Style.Feed != FeedFormat.None)
        {
            page.Add($" | <a href=\"{masthead.Style.FeedPath}\">{(masthead.Style.Feed == FeedFormat.Json ? "Feed" : "RSS")}</a>");
        }

        page.Raw("</p>");
    }

    public static void Readers(Markup page, ArticlePage article)
    {
        var words = article.Masthead.Words;
        page.Add($"<section class=\"comments\" id=\"comments\"><h3>{words.Comments} ({article.Readers.Length})</h3>\n");
        foreach (var (name, said) in article.Readers)
        {
            page.Add($"<div class=\"comment\"><b>{name}</b><p>{said}</p><a href=\"#reply\">{words.Reply}</a></div>\n");
        }

        page.Raw("</section>\n");
    }
}
