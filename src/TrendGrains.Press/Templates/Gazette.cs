namespace TrendGrains.Press.Templates;

/// <summary>A plain page as an archive prints it: one column, lists of links above, the text or the titles below.</summary>
internal sealed class Gazette : ITheme
{
    public string Stylesheet =>
        """
        body{font:17px/1.6 "Times New Roman",serif;margin:0 auto;max-width:760px;padding:12px;color:#222}h1{font-size:30px}a{color:#533}
        ul.years,ul.months,ul.days,ul.up,ul.beside,ul.desk{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:10px}.entry{border-top:1px solid #ccc;padding:10px 0}footer{font-size:14px;color:#666}
        """;

    public void Article(Markup page, ArticlePage article)
    {
        var words = article.Masthead.Words;
        Open(page, article.Masthead);
        Pieces.Groups(page, article.Groups);
        page.Add($"<article>\n<h1>{article.Edition.Title}</h1>\n<p class=\"line\">");
        if (article.Byline is { } byline)
        {
            page.Add($"<span class=\"author\">{byline}</span> · ");
        }

        page.Add($"<time datetime=\"{words.Machine(article.Publication.Published)}\">{words.Long(article.Publication.Published)}</time></p>\n");
        foreach (var paragraph in article.Edition.Paragraphs)
        {
            page.Add($"<p>{paragraph}</p>\n");
        }

        page.Raw("</article>\n");
        Close(page, article.Masthead);
    }

    public void Listing(Markup page, ListingPage listing)
    {
        Open(page, listing.Masthead);
        page.Add($"<h1>{listing.Heading}</h1>\n");
        Pieces.Groups(page, listing.Groups);
        foreach (var teaser in listing.Teasers)
        {
            page.Add($"<div class=\"entry\"><h2><a href=\"{teaser.Path}\">{teaser.Title}</a></h2><p>{teaser.Lead}</p></div>\n");
        }

        Pieces.Pager(page, listing);
        Close(page, listing.Masthead);
    }

    public void Notice(Markup page, NoticePage notice)
    {
        Open(page, notice.Masthead);
        page.Add($"<h1>{notice.Heading}</h1>\n");
        foreach (var paragraph in notice.Paragraphs)
        {
            page.Add($"<p>{paragraph}</p>\n");
        }

        Close(page, notice.Masthead);
    }

    private static void Open(Markup page, Masthead masthead) => page.Add(
        $"<body>\n<header><a href=\"/\">{masthead.Name}</a> <a href=\"/archive\">{masthead.Words.BackIssues}</a> <a href=\"/search\">{masthead.Words.Search}</a></header>\n");

    private static void Close(Markup page, Masthead masthead)
    {
        page.Raw("<footer>");
        Pieces.FooterLinks(page, masthead);
        page.Add($"<p>© {masthead.Name}. {masthead.Words.Rights}</p></footer>\n</body>\n");
    }
}
