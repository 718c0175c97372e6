namespace TrendGrains.Press.Templates;

/// <summary>A modern build with hashed class names, a hero picture, a byline below the text, a pull quote and cards to read next.</summary>
internal sealed class Magazine : ITheme
{
    public string Stylesheet =>
        """
        body{font:19px/1.65 "Iowan Old Style",Palatino,serif;margin:0;background:#fff;color:#222}.top_a81f{display:flex;justify-content:space-between;padding:16px 32px;font-family:Helvetica,sans-serif}.top_a81f a{color:#111;text-decoration:none;margin-right:16px}
        .brand_c20e{font-weight:800;letter-spacing:.06em}.hero_x91 img{width:100%;max-height:520px;object-fit:cover}.col_b7{max-width:680px;margin:0 auto;padding:0 20px}.h_91d{font-size:44px;line-height:1.1}.q_77{border-left:5px solid #d4472f;margin:24px 0;padding-left:18px;font-size:24px}
        .cards_3e{display:grid;grid-template-columns:repeat(3,1fr);gap:24px;max-width:1080px;margin:40px auto;padding:0 20px;font-family:Helvetica,sans-serif;font-size:15px}.cards_3e img{width:100%}.sig_e4{font:15px Helvetica,sans-serif;color:#666;border-top:1px solid #eee;padding-top:14px}footer{background:#111;color:#bbb;padding:30px;font:14px Helvetica}footer a{color:#ddd}
        """;

    public void Article(Markup page, ArticlePage article)
    {
        var words = article.Masthead.Words;
        Open(page, article.Masthead);
        page.Raw("<main>\n");
        if (article.Picture is { } picture)
        {
            page.Add($"<div class=\"hero_x91\"><img src=\"{picture}\" alt=\"\"></div>\n");
        }

        page.Add($"<div class=\"col_b7\"><h1 class=\"h_91d\">{article.Edition.Title}</h1>\n<div class=\"txt_5f\">\n");
        for (var i = 0; i < article.Edition.Paragraphs.Length; i++)
        {
            page.Add($"<p>{article.Edition.Paragraphs[i]}</p>\n");
            if (i == 2 && article.Related.Length > 0)
            {
                page.Add($"<div class=\"inl_2c\"><small>{words.Related}</small> <a href=\"{article.Related[0].Path}\">{article.Related[0].Title}</a></div>\n");
            }
        }

        page.Raw("</div>\n<div class=\"sig_e4\">");
        if (article.Byline is { } byline)
        {
            page.Add($"<address>{byline}</address> ");
        }

        page.Add($"<time datetime=\"{words.Machine(article.Publication.Published)}\">{words.Short(article.Publication.Published)}</time></div>\n");
        Pieces.TagLinks(page, article);
        page.Add($"<div class=\"nl_88\"><p>{words.Newsletter}</p><a href=\"#signup\">{words.Subscribe}</a></div></div>\n</main>\n");
        Cards(page, article.Masthead, [.. article.Related.Skip(1), .. article.Adverts]);
        Close(page, article.Masthead);
    }

    public void Listing(Markup page, ListingPage listing)
    {
        Open(page, listing.Masthead);
        page.Add($"<main><div class=\"col_b7\"><h1>{listing.Heading}</h1></div>\n");
        Cards(page, listing.Masthead, listing.Teasers);
        page.Raw("<div class=\"col_b7\">");
        Pieces.Pager(page, listing);
        page.Raw("</div></main>\n");
        Close(page, listing.Masthead);
    }

    public void Notice(Markup page, NoticePage notice)
    {
        Open(page, notice.Masthead);
        page.Add($"<main class=\"col_b7\"><h1>{notice.Heading}</h1>\n");
        foreach (var paragraph in notice.Paragraphs)
        {
            page.Add($"<p>{paragraph}</p>\n");
        }

        page.Raw("</main>\n");
        Close(page, notice.Masthead);
    }

    private static void Open(Markup page, Masthead masthead)
    {
        page.Add($"<body>\n<div class=\"top_a81f\"><a class=\"brand_c20e\" href=\"/\">{masthead.Name}</a><div>");
        foreach (var topic in masthead.Topics)
        {
            page.Add($"<a href=\"{masthead.SectionPath(topic)}\">{masthead.Words.Section(topic)}</a>");
        }

        page.Raw("</div></div>\n");
    }

    private static void Cards(Markup page, Masthead masthead, Teaser[] teasers)
    {
        page.Raw("<div class=\"cards_3e\">\n");
        foreach (var teaser in teasers)
        {
            page.Add($"<div class=\"card_f0\"><a href=\"{teaser.Path}\"{Pieces.Rel(masthead, teaser)}>{Pieces.Thumbnail(teaser)}<h2>{teaser.Title}</h2></a>{Pieces.Label(masthead, teaser)}<p>{teaser.Lead}</p></div>\n");
        }

        page.Raw("</div>\n");
    }

    private static void Close(Markup page, Masthead masthead)
    {
        page.Raw("<footer>");
        Pieces.FooterLinks(page, masthead);
        page.Add($"<p>{masthead.Words.Rights}</p></footer>\n</body>\n");
    }
}
