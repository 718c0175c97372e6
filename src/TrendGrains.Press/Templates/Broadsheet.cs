namespace TrendGrains.Press.Templates;

/// <summary>An old paper's site: article element, time elements, figure, share bar, related stories in the text's column, a long footer.</summary>
internal sealed class Broadsheet : ITheme
{
    public string Stylesheet =>
        """
        body{font:18px/1.6 Georgia,serif;margin:0;color:#1b1b1b;background:#fffdf8}a{color:#14365d}.masthead{text-align:center;border-bottom:3px double #222;padding:18px}
        .masthead a{font-size:38px;color:#111;text-decoration:none}nav ul{list-style:none;display:flex;gap:22px;justify-content:center;padding:8px;margin:0;border-bottom:1px solid #ccc;font:14px sans-serif}
        .page{max-width:1080px;margin:24px auto;display:grid;grid-template-columns:1fr 300px;gap:40px;padding:0 16px}h1{font-size:38px;line-height:1.15}figure{margin:0 0 20px}img{max-width:100%}
        figcaption,.meta,aside,footer{font:14px/1.5 sans-serif;color:#555}.share{list-style:none;display:flex;gap:12px;padding:0}.ad-slot{background:#f1efe8;padding:14px;margin:18px 0}.standfirst{font-style:italic}
        .teaser{border-top:1px solid #ddd;padding:14px 0;overflow:hidden}.teaser img{float:right;width:190px;margin-left:16px}footer{background:#222;color:#ccc;padding:26px;text-align:center}footer a{color:#eee}
        """;

    public void Article(Markup page, ArticlePage article)
    {
        var words = article.Masthead.Words;
        Open(page, article.Masthead);
        page.Raw("<div class=\"page\"><main id=\"content\"><article class=\"story\">\n<header>\n");
        if (article.IsMarkedAdvert)
        {
            page.Add($"<p class=\"label paid\">{words.Advertisement}</p>\n");
        }
        else
        {
            page.Add($"<p class=\"kicker\"><a href=\"{article.Masthead.SectionPath(article.Publication.Section)}\">{words.Section(article.Publication.Section)}</a></p>\n");
        }

        page.Add($"<h1>{article.Edition.Title}</h1>\n<p class=\"meta\">");
        if (article.Byline is { } byline)
        {
            page.Add($"{(words.IsKorean ? "" : $"{words.By} ")}<span class=\"author\" rel=\"author\">{byline}</span> · ");
        }

        page.Add($"<time datetime=\"{words.Machine(article.Publication.Published)}\">{words.Long(article.Publication.Published)}</time>");
        if (article.Edition.Number > 0)
        {
            page.Add($" · {words.Updated} <time class=\"updated\" datetime=\"{words.Machine(article.Edition.Modified)}\">{words.Long(article.Edition.Modified)}</time>");
        }

        page.Add($"</p>\n<ul class=\"share\" aria-label=\"{words.Share}\"><li><a href=\"#fb\">Facebook</a></li><li><a href=\"#x\">X</a></li><li><a href=\"#mail\">E-mail</a></li></ul>\n</header>\n");
        if (article.Picture is { } picture)
        {
            page.Add($"<figure><img src=\"{picture}\" width=\"640\" height=\"360\" alt=\"\"><figcaption>{words.Caption}: {article.Masthead.Name}</figcaption></figure>\n");
        }

        page.Raw("<div class=\"body\" itemprop=\"articleBody\">\n");
        for (var i = 0; i < article.Edition.Paragraphs.Length; i++)
        {
            page.Add($"<p>{article.Edition.Paragraphs[i]}</p>\n");
            if (i == 1 && article.Adverts.Length > 0)
            {
                Pieces.AdvertBox(page, article.Masthead, article.Adverts[0], "ad-slot");
            }
        }

        page.Raw("</div>\n");
        Pieces.TagLinks(page, article);
        page.Add($"<section class=\"newsletter\"><p>{words.Newsletter}</p><form action=\"/subscribe\" method=\"post\"><input type=\"email\" name=\"email\"><button>{words.Subscribe}</button></form></section>\n</article></main>\n");
        page.Add($"<aside class=\"rail\"><h2>{words.Related}</h2>\n");
        Pieces.TitleList(page, article.Masthead, article.Related, "related");
        page.Add($"<h2>{words.Latest}</h2>\n");
        Pieces.TitleList(page, article.Masthead, article.Latest, "latest");
        page.Raw("</aside></div>\n");
        Close(page, article.Masthead);
    }

    public void Listing(Markup page, ListingPage listing)
    {
        Open(page, listing.Masthead);
        page.Add($"<div class=\"page\"><main><h1>{listing.Heading}</h1>\n");
        foreach (var teaser in listing.Teasers)
        {
            page.Add($"<section class=\"teaser\">{Pieces.Thumbnail(teaser)}<h2><a href=\"{teaser.Path}\"{Pieces.Rel(listing.Masthead, teaser)}>{teaser.Title}</a></h2>{Pieces.Label(listing.Masthead, teaser)}<p>{teaser.Lead}</p><time datetime=\"{listing.Masthead.Words.Machine(teaser.Published)}\">{listing.Masthead.Words.Short(teaser.Published)}</time></section>\n");
        }

        Pieces.Pager(page, listing);
        page.Add($"</main><aside><h2>{listing.Masthead.Words.MostRead}</h2>\n");
        Pieces.TitleList(page, listing.Masthead, listing.MostRead, "most-read");
        page.Raw("</aside></div>\n");
        Close(page, listing.Masthead);
    }

    public void Notice(Markup page, NoticePage notice)
    {
        Open(page, notice.Masthead);
        page.Add($"<div class=\"page\"><main><h1>{notice.Heading}</h1>\n");
        foreach (var paragraph in notice.Paragraphs)
        {
            page.Add($"<p>{paragraph}</p>\n");
        }

        page.Raw("</main></div>\n");
        Close(page, notice.Masthead);
    }

    private static void Open(Markup page, Masthead masthead)
    {
        page.Add($"<body>\n<header class=\"masthead\"><a href=\"/\">{masthead.Name}</a></header>\n<nav><ul>");
        foreach (var topic in masthead.Topics)
        {
            page.Add($"<li><a href=\"{masthead.SectionPath(topic)}\">{masthead.Words.Section(topic)}</a></li>");
        }

        page.Add($"<li><a href=\"/search\">{masthead.Words.Search}</a></li></ul></nav>\n");
    }

    private static void Close(Markup page, Masthead masthead)
    {
        page.Raw("<footer>");
        Pieces.FooterLinks(page, masthead);
        page.Add($"<p>© {masthead.Name}. {masthead.Words.Rights}</p></footer>\n</body>\n");
    }
}
