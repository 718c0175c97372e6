using AngleSharp.Dom;
using TrendGrains.Reading.Markup;
using TrendGrains.Text;

namespace TrendGrains.Reading.Metadata;

/// <summary>Asks JSON-LD, Open Graph, meta tags, microdata, the DOM and the URL in turn; the first that answers is believed and named.</summary>
internal static class MetadataReader
{
    public static PageMetadata Read(IDocument document, PageParts parts, PageUrls urls, DateTimeOffset? fetchedAt)
    {
        var json = JsonLdFacts.Of(parts.JsonLd);
        var meta = new PageMetadata
        {
            Types = json.Types,
            LanguageHint = Blank(document.DocumentElement?.GetAttribute("lang") ?? document.DocumentElement?.GetAttribute("xml:lang")) ?? json.Language
                ?? Blank(parts.Meta("og:locale", "content-language", "language")),
            OpenGraphType = Blank(parts.Meta("og:type"))?.ToLowerInvariant(),
            Generator = Blank(parts.Meta("generator"))?.ToLowerInvariant(),
            Description = Blank(parts.Meta("og:description", "description", "twitter:description")),
        };
        Robots(meta, parts);
        meta.SiteName = First(meta, "siteName", ("og", Blank(parts.Meta("og:site_name"))), ("json-ld", json.SiteName), ("meta", Blank(parts.Meta("application-name", "al:android:app_name"))));
        meta.Title = First(meta, "title",
            ("json-ld", json.Headline),
            ("og", TitleText.WithoutSite(Blank(parts.Meta("og:title", "twitter:title")), meta.SiteName)),
            ("meta", Blank(parts.Meta("parsely-title", "dc.title", "dcterms.title", "title"))),
            ("dom", TitleText.FromDocument(document, parts, meta.SiteName)),
            ("json-ld", json.Name));
        meta.Byline = First(meta, "byline",
            ("json-ld", BylineText.Clean(json.Byline)),
            ("meta", BylineText.Clean(parts.Meta("parsely-author", "author", "article:author", "dc.creator", "dcterms.creator", "sailthru.author", "byl"))),
            ("microdata", BylineText.Clean(Property(parts, "author"))),
            ("dom", BylineText.InDocument(parts)));
        Dates(meta, parts, json, urls, fetchedAt);
        meta.CanonicalUrl = First(meta, "canonicalUrl", ("dom", urls.Absolute(LinkOf(parts, "canonical"))), ("og", urls.Absolute(parts.Meta("og:url"))));
        meta.LeadImage = urls.Absolute(parts.Meta("og:image:secure_url", "og:image", "og:image:url", "twitter:image", "twitter:image:src")) ?? urls.Absolute(json.Image);
        meta.Tags = TagsOf(meta, parts, json);
        return meta;
    }

    private static void Dates(PageMetadata meta, PageParts parts, JsonLdFacts json, PageUrls urls, DateTimeOffset? fetchedAt)
    {
        var isKorean = meta.LanguageHint?.StartsWith("ko", StringComparison.OrdinalIgnoreCase) == true;
        DateTimeOffset? Date(string? text) => PageDate.Parse(text, isKorean, fetchedAt);
        meta.Published = First(meta, "published",
            ("json-ld", Date(json.Published)),
            ("og", Date(parts.Meta("article:published_time", "og:article:published_time", "og:published_time", "og:regdate", "article:published"))),
            ("meta", Date(parts.Meta("parsely-pub-date", "datepublished", "pubdate", "publishdate", "publish-date", "publish_date", "date", "dc.date", "dc.date.issued", "dcterms.date", "dcterms.created", "sailthru.date", "article.published", "cxenseparse:recs:publishtime"))),
            ("microdata", Date(Property(parts, "datePublished"))),
            ("time", parts.Times.Take(20).Select(t => Date(t.GetAttribute("datetime") ?? t.TextContent)).FirstOrDefault(d => d is not null)),
            ("url", PageDate.InUrl(urls.Page, fetchedAt)));
        meta.Modified = First(meta, "modified",
            ("json-ld", Date(json.Modified)),
            ("og", Date(parts.Meta("article:modified_time", "og:updated_time", "og:article:modified_time"))),
            ("meta", Date(parts.Meta("datemodified", "last-modified", "lastmod", "dcterms.modified", "revised"))),
            ("microdata", Date(Property(parts, "dateModified"))));
    }

    private static string[] TagsOf(PageMetadata meta, PageParts parts, JsonLdFacts json)
    {
        var tags = new List<string>(json.Tags);
        var origin = tags.Count > 0 ? "json-ld" : null;
        if (tags.Count == 0 && parts.Metas.TryGetValue("article:tag", out var articleTags))
        {
            tags.AddRange(articleTags.SelectMany(t => t.Split(',')));
            origin = "og";
        }
        if (tags.Count == 0 && parts.Meta("news_keywords", "keywords", "parsely-tags") is { } keywords)
        {
            tags.AddRange(keywords.Split([',', ';']));
            origin = "meta";
        }
        if (tags.Count == 0)
        {
            tags.AddRange(parts.Anchors.Where(a => HasRel(a, "tag")).Select(a => a.TextContent));
            origin = "dom";
        }
        var clean = tags.Select(t => TextNormalizer.Fold(t).TrimStart('#')).Where(t => t.Length is > 0 and <= 60).Distinct(StringComparer.OrdinalIgnoreCase).Take(40).ToArray();
        if (clean.Length > 0)
        {
            meta.Origins["tags"] = origin!;
        }
        return clean;
    }

    private static void Robots(PageMetadata meta, PageParts parts)
    {
        foreach (var name in new[] { "robots", "trendgrains" })
        {
            foreach (var content in parts.Metas.GetValueOrDefault(name) ?? [])
            {
                meta.NoIndex |= content.Contains("noindex", StringComparison.OrdinalIgnoreCase) || IsNone(content);
                meta.NoFollow |= content.Contains("nofollow", StringComparison.OrdinalIgnoreCase) || IsNone(content);
            }
        }
    }

    private static bool IsNone(string content) => content.Trim().Equals("none", StringComparison.OrdinalIgnoreCase);

    internal static bool HasRel(IElement element, string rel) =>
        element.GetAttribute("rel") is { } value && value.Split(' ').Contains(rel, StringComparer.OrdinalIgnoreCase);

    private static string? LinkOf(PageParts parts, string rel) => parts.Links.Find(l => HasRel(l, rel))?.GetAttribute("href");

    private static string? Property(PageParts parts, string name)
    {
        var element = parts.Properties.Find(p => p.GetAttribute("itemprop")!.Split(' ').Contains(name));
        return Blank(element?.GetAttribute("content") ?? element?.GetAttribute("datetime") ?? element?.TextContent);
    }

    private static T? First<T>(PageMetadata meta, string field, params ReadOnlySpan<(string Origin, T? Value)> answers)
    {
        foreach (var (origin, value) in answers)
        {
            if (value is not null)
            {
                meta.Origins[field] = origin;
                return value;
            }
        }
        return default;
    }

    internal static string? Blank(string? text) => text is null || TextNormalizer.Fold(text) is not { Length: > 0 } folded ? null : folded;
}
