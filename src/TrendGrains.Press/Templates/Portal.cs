namespace TrendGrains.Press.Templates;

/// <summary>A content system of the 2000s as many Korean papers run it: nested divs, ids with underscores, dates as text, line breaks between paragraphs, a list of most read stories.</summary>
internal sealed class Portal : ITheme
{
    public string Stylesheet =>
        """
        body{font:16px/1.75 "Apple SD Gothic Neo","Noto Sans KR",Arial,sans-serif;margin:0;color:#222}#header_wrap{border-top:4px solid #0b4ea2;padding:14px 24px}#header_wrap a.logo{font-size:26px;font-weight:700;color:#0b4ea2;text-decoration:none}
        #gnb{background:#0b4ea2}#gnb a{display:inline-block;color:#fff;padding:10px 14px;text-decoration:none}#container{width:1040px;margin:20px auto;overflow:hidden}#contents{float:left;width:700px}#side{float:right;width:300px;font-size:14px}
        .view_tit{font-size:28px;margin:0 0 8px}.info_area{color:#777;font-size:13px;border-bottom:1px solid #ddd;padding-bottom:8px}.view_con{padding-top:16px}.photo{text-align:center;margin-bottom:14px}.photo p{font-size:13px;color:#777;margin:4px}
        .ban{border:1px solid #e3e3e3;padding:12px;margin:12px 0;font-size:14px}.list_type li{border-bottom:1px solid #eee;list-style:none;padding:12px 0;overflow:hidden}.list_type img{float:left;width:140px;margin-right:14px}#footer{clear:both;background:#f5f5f5;padding:20px;text-align:center;font-size:13px}
        """;

    public void Article(Markup page, ArticlePage article)
    {
        var words = article.Masthead.Words;
        Open(page, article.Masthead);
        page.Add($"<div id=\"contents\">\n<div class=\"view_top\"><div class=\"loc\"><a href=\"/\">{words.Home}</a> &gt; <a href=\"{article.Masthead.SectionPath(article.Publication.Section)}\">{words.Section(article.Publication.Section)}</a></div>\n");
        if (article.IsMarkedAdvert)
        {
            page.Add($"<span class=\"ico_ad\">[{words.Advertisement}]</span>\n");
        }

        page.Add($"<h3 class=\"view_tit\">{article.Edition.Title}</h3>\n<div class=\"info_area\">");
        if (article.Byline is { } byline)
        {
            page.Add($"<span class=\"writer\">{byline}</span> | ");
        }

        page.Add($"<span class=\"date\">{words.Published} {words.Short(article.Publication.Published)}</span>");
        if (article.Edition.Number > 0)
        {
            page.Add($" | <span class=\"date\">{words.Updated} {words.Short(article.Edition.Modified)}</span>");
        }

        page.Add($"</div><div class=\"sns\"><a href=\"#k\">KakaoTalk</a> <a href=\"#f\">Facebook</a> <a href=\"#p\">{words.Print}</a> <a href=\"#plus\">+</a><a href=\"#minus\">-</a></div></div>\n<div class=\"view_con\" id=\"article_body\">\n");
        if (article.Picture is { } picture)
        {
            page.Add($"<div class=\"photo\"><img src=\"{picture}\" alt=\"{article.Edition.Title}\"><p>▲ {words.Caption} / {article.Masthead.Name}</p></div>\n");
        }

        // No paragraphs: that is how these systems store what an editor typed.
        for (var i = 0; i < article.Edition.Paragraphs.Length; i++)
        {
            page.Add($"{article.Edition.Paragraphs[i]}<br><br>\n");
            if (i == 0)
            {
                Pieces.NetworkBox(page, article.Masthead, article.Publication.Id, "ban");
            }
        }

        page.Add($"</div>\n<div class=\"copyright\">&lt;{article.Masthead.Name}&gt; {words.Rights}</div>\n");
        Pieces.TagLinks(page, article);
        page.Add($"<div class=\"relate\"><h4>{words.Related}</h4>\n");
        Pieces.TitleList(page, article.Masthead, article.Related, "relate_list");
        page.Raw("</div>\n");
        Pieces.Readers(page, article);
        page.Raw("</div>\n");
        Side(page, article.Masthead, article.Latest, article.Adverts);
        Close(page, article.Masthead);
    }

    public void Listing(Markup page, ListingPage listing)
    {
        Open(page, listing.Masthead);
        page.Add($"<div id=\"contents\"><h2>{listing.Heading}</h2>\n<ul class=\"list_type\">\n");
        foreach (var teaser in listing.Teasers)
        {
            page.Add($"<li>{Pieces.Thumbnail(teaser)}<dl><dt><a href=\"{teaser.Path}\"{Pieces.Rel(listing.Masthead, teaser)}>{teaser.Title}</a> {Pieces.Label(listing.Masthead, teaser)}</dt><dd>{teaser.Lead}</dd><dd class=\"date\">{listing.Masthead.Words.Short(teaser.Published)}</dd></dl></li>\n");
        }

        page.Raw("</ul>\n");
        Pieces.Pager(page, listing);
        page.Raw("</div>\n");
        Side(page, listing.Masthead, listing.MostRead, []);
        Close(page, listing.Masthead);
    }

    public void Notice(Markup page, NoticePage notice)
    {
        Open(page, notice.Masthead);
        page.Add($"<div id=\"contents\"><h2>{notice.Heading}</h2>\n<div class=\"txt\">");
        foreach (var paragraph in notice.Paragraphs)
        {
            page.Add($"{paragraph}<br><br>\n");
        }

        page.Raw("</div></div>\n");
        Close(page, notice.Masthead);
    }

    private static void Open(Markup page, Masthead masthead)
    {
        page.Add($"<body>\n<div id=\"wrap\"><div id=\"header_wrap\"><a class=\"logo\" href=\"/\">{masthead.Name}</a> <form action=\"/search\"><input name=\"q\"><input type=\"submit\" value=\"{masthead.Words.Search}\"></form></div>\n<div id=\"gnb\"><a href=\"/\">{masthead.Words.Home}</a>");
        foreach (var topic in masthead.Topics)
        {
            page.Add($"<a href=\"{masthead.SectionPath(topic)}\">{masthead.Words.Section(topic)}</a>");
        }

        page.Raw("</div>\n<div id=\"container\">\n");
    }

    private static void Side(Markup page, Masthead masthead, Teaser[] titles, Teaser[] adverts)
    {
        page.Add($"<div id=\"side\"><div class=\"rank\"><h4>{masthead.Words.MostRead}</h4>\n");
        Pieces.TitleList(page, masthead, titles, "rank_list");
        page.Raw("</div>\n");
        foreach (var advert in adverts)
        {
            Pieces.AdvertBox(page, masthead, advert, "ban");
        }

        page.Raw("</div>\n");
    }

    private static void Close(Markup page, Masthead masthead)
    {
        page.Raw("</div>\n<div id=\"footer\">");
        Pieces.FooterLinks(page, masthead);
        page.Add($"<p>{masthead.Name} | {masthead.Words.Rights}</p></div></div>\n</body>\n");
    }
}
