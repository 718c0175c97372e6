namespace TrendGrains.Press.Templates;

/// <summary>A bare wire-service page of tables: the dateline inside the first paragraph, hardly a class name, links all around.</summary>
internal sealed class Bulletin : ITheme
{
    public string Stylesheet =>
        """
        body{font:15px/1.6 Verdana,Gulim,sans-serif;background:#e9edf2;margin:0}table.w{width:960px;margin:0 auto;background:#fff;border-collapse:collapse}td{vertical-align:top;padding:10px}td.l{width:150px;background:#f4f6f9;font-size:13px}td.r{width:200px;font-size:13px;background:#fafbfc}
        h2{color:#8a1220;font-size:24px}.bar{background:#8a1220;color:#fff}.bar a{color:#fff;font-size:20px;text-decoration:none}.d{color:#666;font-size:13px}img{max-width:100%}
        """;

    public void Article(Markup page, ArticlePage article)
    {
        var words = article.Masthead.Words;
        Open(page, article.Masthead);
        page.Add($"<div class=\"article\">\n<h2>{article.Edition.Title}</h2>\n<div class=\"d\">{words.Short(article.Publication.Published)}{(article.Edition.Number > 0 ? $" ({words.Updated} {words.Short(article.Edition.Modified)})" : "")}{(article.Byline is { } byline ? $" / {byline}" : "")}</div>\n");
        if (article.Picture is { } picture)
        {
            page.Add($"<img src=\"{picture}\" width=\"480\" alt=\"\">\n");
        }

        foreach (var paragraph in article.Edition.Paragraphs)
        {
            page.Add($"<p>{paragraph}</p>\n");
        }

        page.Add($"</div>\n<p class=\"d\">(c) {article.Masthead.Name}</p>\n<hr>\n<b>{words.Related}</b>\n");
        Pieces.TitleList(page, article.Masthead, [.. article.Related.Take(2)], "s");
        Close(page, article.Masthead, [.. article.Latest.Take(3)], article.Adverts);
    }

    public void Listing(Markup page, ListingPage listing)
    {
        Open(page, listing.Masthead);
        page.Add($"<h2>{listing.Heading}</h2>\n<table>\n");
        foreach (var teaser in listing.Teasers)
        {
            page.Add($"<tr><td class=\"d\">{listing.Masthead.Words.Short(teaser.Published)}</td><td><a href=\"{teaser.Path}\"{Pieces.Rel(listing.Masthead, teaser)}>{teaser.Title}</a> {Pieces.Label(listing.Masthead, teaser)}</td></tr>\n");
        }

        page.Raw("</table>\n");
        Pieces.Pager(page, listing);
        Close(page, listing.Masthead, listing.MostRead, []);
    }

    public void Notice(Markup page, NoticePage notice)
    {
        Open(page, notice.Masthead);
        page.Add($"<h2>{notice.Heading}</h2>\n");
        foreach (var paragraph in notice.Paragraphs)
        {
            page.Add($"<p>{paragraph}</p>\n");
        }

        Close(page, notice.Masthead, [], []);
    }

    private static void Open(Markup page, Masthead masthead)
    {
        page.Add($"<body>\n<table class=\"w\"><tr class=\"bar\"><td colspan=\"3\"><a href=\"/\">{masthead.Name}</a></td></tr>\n<tr><td class=\"l\">");
        foreach (var topic in masthead.Topics)
        {
            page.Add($"<a href=\"{masthead.SectionPath(topic)}\">{masthead.Words.Section(topic)}</a><br>\n");
        }

        page.Add($"<a href=\"/search\">{masthead.Words.Search}</a></td>\n<td>\n");
    }

    private static void Close(Markup page, Masthead masthead, Teaser[] latest, Teaser[] adverts)
    {
        page.Add($"</td><td class=\"r\"><b>{masthead.Words.Latest}</b>\n");
        Pieces.TitleList(page, masthead, latest, "s");
        foreach (var advert in adverts)
        {
            Pieces.AdvertBox(page, masthead, advert, "b");
        }

        page.Raw("</td></tr>\n<tr><td colspan=\"3\">");
        Pieces.FooterLinks(page, masthead);
        page.Add($"<p class=\"d\">{masthead.Words.Rights}</p></td></tr></table>\n</body>\n");
    }
}
