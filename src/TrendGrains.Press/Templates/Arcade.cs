namespace TrendGrains.Press.Templates;

/// <summary>A crowded portal: rows of links above and below everything, tools beside every title.</summary>
internal sealed class Arcade : ITheme
{
    public string Stylesheet =>
        """
        body{font:15px/1.6 "Noto Sans KR",Arial,sans-serif;margin:0;color:#222}.top{background:#e33;padding:10px}.top a{color:#fff}ul{list-style:none;padding:0}.orders li,.desks li,.pages li,.tools li,.calendar li{display:inline-block;margin-right:8px}
        .box{border:1px solid #ddd;padding:8px;margin:8px 0}.tools{font-size:12px}.tools a{color:#999}#bottom{font-size:13px;color:#777;padding:14px}
        """;

    public void Article(Markup page, ArticlePage article)
    {
        var words = article.Masthead.Words;
        Open(page, article.Masthead);
        Pieces.Groups(page, article.Groups);
        page.Add($"<div class=\"view\">\n<h1 class=\"subject\">{article.Edition.Title}</h1>\n<div class=\"by\"><span class=\"name\">{article.Byline}</span> <span class=\"date\">{words.Published} {words.Short(article.Publication.Published)}</span>");
        if (article.Edition.Number > 0)
        {
            page.Add($" <span class=\"date\">{words.Updated} {words.Short(article.Edition.Modified)}</span>");
        }

        page.Raw("</div>\n<div class=\"text\">\n");
        foreach (var paragraph in article.Edition.Paragraphs)
        {
            page.Add($"<p>{paragraph}</p>\n");
        }

        page.Raw("</div>\n");
        Pieces.TagLinks(page, article);
        page.Raw("</div>\n");
        Pieces.TitleList(page, article.Masthead, article.Related, "more");
        Close(page, article.Masthead);
    }

    public void Listing(Markup page, ListingPage listing)
    {
        Open(page, listing.Masthead);
        page.Add($"<h2>{listing.Heading}</h2>\n");
        Pieces.Groups(page, listing.Groups);
        foreach (var teaser in listing.Teasers)
        {
            page.Add($"<div class=\"box\"><strong><a href=\"{teaser.Path}\">{teaser.Title}</a></strong>{Pieces.Label(listing.Masthead, teaser)}\n");
            Pieces.Groups(page, teaser.Tools is { } tools ? [tools] : []);
            page.Raw("</div>\n");
        }

        Pieces.Pager(page, listing);
        Close(page, listing.Masthead);
    }

    public void Notice(Markup page, NoticePage notice)
    {
        Open(page, notice.Masthead);
        page.Add($"<h2>{notice.Heading}</h2>\n");
        foreach (var paragraph in notice.Paragraphs)
        {
            page.Add($"<p>{paragraph}</p>\n");
        }

        Close(page, notice.Masthead);
    }

    private static void Open(Markup page, Masthead masthead)
    {
        page.Add($"<body>\n<div class=\"top\"><a href=\"/\">{masthead.Name}</a> <a href=\"/list/all\">{masthead.Words.Menu}</a>");
        foreach (var topic in masthead.Topics)
        {
            page.Add($" <a href=\"{masthead.SectionPath(topic)}\">{masthead.Words.Section(topic)}</a>");
        }

        page.Add($" <a href=\"/login\">{masthead.Words.LogIn}</a> <a href=\"/search\">{masthead.Words.Search}</a></div>\n");
    }

    private static void Close(Markup page, Masthead masthead)
    {
        page.Raw("<div id=\"bottom\">");
        Pieces.FooterLinks(page, masthead);
        page.Add($"<p>{masthead.Name} | {masthead.Words.Rights}</p></div>\n</body>\n");
    }
}
