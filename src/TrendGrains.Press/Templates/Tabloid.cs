namespace TrendGrains.Press.Templates;

/// <summary>A loud site: cookie banner first, microdata, adverts between paragraphs, a summary box, comments, more and more to click on.</summary>
internal sealed class Tabloid : ITheme
{
    public string Stylesheet =>
        """
        body{font:17px/1.55 Arial,"Malgun Gothic",sans-serif;margin:0;background:#fff}#cookie-consent{position:fixed;bottom:0;left:0;right:0;background:#222;color:#fff;padding:12px;font-size:14px}.topbar{background:#d6001c;padding:12px 20px}.topbar a{color:#fff;font-weight:900;font-size:26px;text-decoration:none;text-transform:uppercase}
        .menu{background:#111;padding:8px 20px}.menu a{color:#fff;margin-right:14px;text-decoration:none;font-weight:700}.wrap{max-width:980px;margin:16px auto;padding:0 14px}.headline{font-size:36px;line-height:1.1;font-weight:900}.bullets{background:#fff3c4;padding:10px 28px;font-weight:700}.promo{background:#f0f0f0;text-align:center;padding:20px;margin:14px 0;font-size:13px}
        .strip{display:flex;gap:10px;flex-wrap:wrap}.strip div{width:180px}.strip img{width:100%}.comment{border-top:1px solid #ddd;padding:8px 0}footer{background:#eee;padding:18px;font-size:13px}img{max-width:100%}
        """;

    public void Article(Markup page, ArticlePage article)
    {
        var words = article.Masthead.Words;
        Open(page, article.Masthead);
        page.Raw("<div class=\"wrap\" itemscope itemtype=\"https://schema.org/NewsArticle\">\n");
        if (article.IsMarkedAdvert)
        {
            page.Add($"<div class=\"flag\">{words.Advertisement} · {words.Sponsored}</div>\n");
        }

        page.Add($"<h1 class=\"headline\" itemprop=\"headline\">{article.Edition.Title}</h1>\n");
        page.Add($"<div class=\"byline\">{(article.Byline is { } byline ? new Markup(64).Add($"<span itemprop=\"author\" itemscope itemtype=\"https://schema.org/Person\"><span itemprop=\"name\">{byline}</span></span>, ") : new Markup(0))}<meta itemprop=\"datePublished\" content=\"{words.Machine(article.Publication.Published)}\"><meta itemprop=\"dateModified\" content=\"{words.Machine(article.Edition.Modified)}\">{words.Long(article.Publication.Published)}</div>\n");
        if (article.Picture is { } picture)
        {
            page.Add($"<div class=\"pic\"><img itemprop=\"image\" src=\"{picture}\" width=\"640\" alt=\"\"><span class=\"cap\">{words.Caption}</span></div>\n");
        }

        page.Raw("<div class=\"copy\" itemprop=\"articleBody\">\n");
        for (var i = 0; i < article.Edition.Paragraphs.Length; i++)
        {
            page.Add($"<p>{article.Edition.Paragraphs[i]}</p>\n");
            if (i % 2 == 1)
            {
                Pieces.NetworkBox(page, article.Masthead, $"{article.Publication.Id}/{i}", "promo");
            }
        }

        page.Add($"</div>\n<div class=\"sharebar\">{words.Share}: <a href=\"#1\">WhatsApp</a> <a href=\"#2\">Telegram</a> <a href=\"#3\">Copy link</a></div>\n");
        page.Add($"<h3>{words.MostRead}</h3>\n<div class=\"strip\">");
        foreach (var teaser in article.Related.Concat(article.Adverts))
        {
            page.Add($"<div><a href=\"{teaser.Path}\"{Pieces.Rel(article.Masthead, teaser)}>{Pieces.Thumbnail(teaser)}{teaser.Title}</a>{Pieces.Label(article.Masthead, teaser)}</div>\n");
        }

        page.Raw("</div>\n");
        Pieces.Readers(page, article);
        page.Raw("</div>\n");
        Close(page, article.Masthead);
    }

    public void Listing(Markup page, ListingPage listing)
    {
        Open(page, listing.Masthead);
        page.Add($"<div class=\"wrap\"><h2>{listing.Heading}</h2>\n<div class=\"strip\">\n");
        foreach (var teaser in listing.Teasers)
        {
            page.Add($"<div class=\"tile\"><a href=\"{teaser.Path}\"{Pieces.Rel(listing.Masthead, teaser)}>{Pieces.Thumbnail(teaser)}<strong>{teaser.Title}</strong></a>{Pieces.Label(listing.Masthead, teaser)}</div>\n");
        }

        page.Raw("</div>\n");
        Pieces.Pager(page, listing);
        page.Raw("</div>\n");
        Close(page, listing.Masthead);
    }

    public void Notice(Markup page, NoticePage notice)
    {
        Open(page, notice.Masthead);
        page.Add($"<div class=\"wrap\"><h2>{notice.Heading}</h2>\n");
        foreach (var paragraph in notice.Paragraphs)
        {
            page.Add($"<p>{paragraph}</p>\n");
        }

        page.Raw("</div>\n");
        Close(page, notice.Masthead);
    }

    private static void Open(Markup page, Masthead masthead)
    {
        var words = masthead.Words;
        page.Add($"<body>\n<div id=\"cookie-consent\" role=\"dialog\"><p>{words.Cookies}</p><button>{words.Accept}</button> <a href=\"/privacy\">{words.Privacy}</a></div>\n<div class=\"topbar\"><a href=\"/\">{masthead.Name}</a></div>\n<div class=\"menu\">");
        foreach (var topic in masthead.Topics)
        {
            page.Add($"<a href=\"{masthead.SectionPath(topic)}\">{words.Section(topic)}</a>");
        }

        page.Add($"<a href=\"/search\">{words.Search}</a></div>\n");
    }

    private static void Close(Markup page, Masthead masthead)
    {
        page.Add($"<div class=\"popup newsletter\"><p>{masthead.Words.Newsletter}</p><button>{masthead.Words.Subscribe}</button></div>\n<footer>");
        Pieces.FooterLinks(page, masthead);
        page.Add($"<p>{masthead.Words.Rights}</p></footer>\n</body>\n");
    }
}
