using System.Text.Json;
using System.Text.Json.Nodes;
using TrendGrains.Press.Sites;

namespace TrendGrains.Press.Templates;

/// <summary>The document around a theme's body: title, canonical link, Open Graph, JSON-LD, feeds.</summary>
internal static class PageHead
{
    public const string Generator = "TrendGrains Press";

    public static string Article(ArticlePage article)
    {
        var masthead = article.Masthead;
        var page = Begin(masthead, $"{article.Edition.Title} {(masthead.Words.IsKorean ? "-" : "|")} {masthead.Name}", article.Url, article.Edition.Lead);
        if (masthead.Style.OpenGraph)
        {
            OpenGraph(page, article);
        }

        if (masthead.Style.JsonLd)
        {
            page.Raw("<script type=\"application/ld+json\">").Raw(JsonLd(article)).Raw("</script>\n");
        }

        page.Raw("</head>\n");
        masthead.Style.Theme.Article(page, article);
        return page.Raw("</html>\n").ToString();
    }

    public static string Listing(ListingPage listing)
    {
        var masthead = listing.Masthead;
        var title = listing.Topic is null && listing.Path == "/" ? masthead.Name : $"{listing.Heading} - {masthead.Name}";
        var page = Begin(masthead, title, masthead.Root + listing.Path, title);
        if (masthead.Style.OpenGraph)
        {
            page.Add($"<meta property=\"og:type\" content=\"website\">\n<meta property=\"og:site_name\" content=\"{masthead.Name}\">\n");
        }

        page.Raw("</head>\n");
        masthead.Style.Theme.Listing(page, listing);
        return page.Raw("</html>\n").ToString();
    }

    public static string Notice(NoticePage notice)
    {
        var page = Begin(notice.Masthead, $"{notice.Heading} - {notice.Masthead.Name}", notice.Masthead.Root + notice.Path, notice.Heading).Raw("</head>\n");
        notice.Masthead.Style.Theme.Notice(page, notice);
        return page.Raw("</html>\n").ToString();
    }

    private static Markup Begin(Masthead masthead, string title, string url, string description) => new Markup(12 * 1024).Add(
        $"""
        <!DOCTYPE html>
        <html lang="{masthead.Words.Language}">
        <head>
        <meta charset="{masthead.Outlet.Charset}">
        <title>{title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="generator" content="{Generator}">
        <meta name="description" content="{description}">
        <link rel="canonical" href="{url}">
        {FeedLink(masthead)}<link rel="stylesheet" href="/style.css">

        """);

    private static Markup FeedLink(Masthead masthead) => masthead.Style.Feed == FeedFormat.None
        ? new Markup(0)
        : new Markup(256).Add($"<link rel=\"alternate\" type=\"{FeedType(masthead.Style.Feed)}\" title=\"{masthead.Name}\" href=\"{masthead.Style.FeedPath}\">\n");

    private static string FeedType(FeedFormat feed) => feed switch
    {
        FeedFormat.Atom => "application/atom+xml",
        FeedFormat.Json => "application/feed+json",
        _ => "application/rss+xml",
    };

    private static void OpenGraph(Markup page, ArticlePage article)
    {
        var words = article.Masthead.Words;
        page.Add(
            $"""
            <meta property="og:type" content="article">
            <meta property="og:title" content="{article.Edition.Title}">
            <meta property="og:description" content="{article.Edition.Lead}">
            <meta property="og:url" content="{article.Url}">
            <meta property="og:site_name" content="{article.Masthead.Name}">
            <meta property="og:locale" content="{words.Locale}">
            <meta property="article:published_time" content="{words.Machine(article.Publication.Published)}">
            <meta property="article:section" content="{(article.IsMarkedAdvert ? words.Sponsored : words.Section(article.Publication.Section))}">

            """);
        if (article.Edition.Number > 0)
        {
            page.Add($"<meta property=\"article:modified_time\" content=\"{words.Machine(article.Edition.Modified)}\">\n");
        }

        if (article.Picture is { } picture)
        {
            page.Add($"<meta property=\"og:image\" content=\"{picture}\">\n<meta property=\"og:image:width\" content=\"640\">\n<meta property=\"og:image:height\" content=\"360\">\n");
            page.Raw("<meta name=\"twitter:card\" content=\"summary_large_image\">\n");
        }
    }

    private static string JsonLd(ArticlePage article)
    {
        var words = article.Masthead.Words;
        var node = new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = article.IsMarkedAdvert ? "AdvertiserContentArticle" : article.IsOpinion ? "OpinionNewsArticle" : "NewsArticle",
            ["headline"] = article.Edition.Title,
            ["url"] = article.Url,
            ["mainEntityOfPage"] = article.Url,
            ["inLanguage"] = words.Language,
            ["datePublished"] = words.Machine(article.Publication.Published),
            ["dateModified"] = words.Machine(article.Edition.Modified),
            ["articleSection"] = words.Section(article.Publication.Section),
            ["publisher"] = new JsonObject { ["@type"] = "NewsMediaOrganization", ["name"] = article.Masthead.Name, ["url"] = article.Masthead.Root + "/" },
        };
        if (article.Byline is { } byline)
        {
            node["author"] = new JsonArray(new JsonObject { ["@type"] = "Person", ["name"] = byline });
        }

        if (article.Picture is { } picture)
        {
            node["image"] = new JsonArray((JsonNode)picture);
        }

        return node.ToJsonString(JsonSerializerOptions.Default);
    }
}
