using AngleSharp.Dom;
using TrendGrains.Reading.Extract;
using TrendGrains.Reading.Language;
using TrendGrains.Reading.Markup;
using TrendGrains.Reading.Metadata.Bylines;
using TrendGrains.Reading.Metadata.Dates;
using TrendGrains.Reading.Metadata.JsonLd;
using TrendGrains.Reading.Metadata.Titles;
using TrendGrains.Text;

namespace TrendGrains.Reading.Metadata;

/// <summary>Asks JSON-LD, Open Graph, meta tags, microdata, the visible page and the URL; weighs their answers and names the one believed.</summary>
internal static class MetadataReader
{
    public static PageMetadata Read(IDocument document, PageParts parts, PageTree tree, List<Block> blocks, PageUrls urls, DateTimeOffset? fetchedAt)
    {
        var json = JsonLdFacts.Of(parts.JsonLd, urls);
        var meta = new PageMetadata
        {
            Types = json.Types,
            LanguageHint = Blank(document.DocumentElement?.GetAttribute("lang") ?? document.DocumentElement?.GetAttribute("xml:lang")) ?? json.Language
                ?? Blank(parts.Meta("og:locale", "content-language", "language", "dc.language", "dcterms.language")),
            OpenGraphType = Blank(parts.Meta("og:type"))?.ToLowerInvariant(),
            Generator = Blank(parts.Meta("generator"))?.ToLowerInvariant(),
            Description = Blank(parts.Meta("og:description", "description", "twitter:description")),
        };
        Robots(meta, parts);
        meta.CanonicalUrl = First(meta, "canonicalUrl",
            ("dom", CanonicalAddress.Believable(LinkOf(parts, "canonical"), urls)), ("og", CanonicalAddress.Believable(parts.Meta("og:url"), urls)));
        var site = SiteAndTitle(document, meta, parts, tree, json, urls, out var layout, blocks);
        var claims = PageClaims.Of(meta, urls, parts.ItemTypes);
        if (BylineReader.Read(layout, parts, json, site, claims) is { } byline)
        {
            (meta.Byline, meta.Origins["byline"]) = byline;
        }
        DateReader.Read(meta, layout, parts, json, claims, new PageDates(urls, meta.CanonicalUrl, Spoken(blocks) ?? WithRegion(meta.LanguageHint, parts), fetchedAt), urls);
        meta.LeadImage = First(meta, "leadImage",
            ("og", LeadPicture.Believable(parts.Meta("og:image:secure_url", "og:image", "og:image:url"), urls)),
            ("meta", LeadPicture.Believable(parts.Meta("twitter:image", "twitter:image:src", "parsely-image-url", "sailthru.image.full", "thumbnail"), urls)),
            ("json-ld", LeadPicture.Believable(json.Image, urls)),
            ("meta", LeadPicture.Believable(LinkOf(parts, "image_src"), urls)));
        (meta.Tags, var tagOrigin) = PageTags.Read(parts, json, site);
        if (tagOrigin is not null)
        {
            meta.Origins["tags"] = tagOrigin;
        }
        return meta;
    }

    private static SiteNames SiteAndTitle(
        IDocument document, PageMetadata meta, PageParts parts, PageTree tree, JsonLdFacts json, PageUrls urls, out PageLayout layout, List<Block> blocks)
    {
        var open = TitleText.Clean(parts.Meta("og:site_name"));
        var other = TitleText.Clean(parts.Meta("application-name", "al:android:app_name", "twitter:app:name:iphone", "citation_journal_title", "dc.publisher", "copyright"));
        meta.SiteName = First(meta, "siteName", ("og", open), ("json-ld", json.SiteName ?? json.Publisher), ("meta", TitleText.Clean(parts.Meta("application-name", "al:android:app_name", "citation_journal_title"))));
        var site = new SiteNames(urls, meta.CanonicalUrl, open, json.SiteName, json.Publisher, other);
        var isKnown = meta.SiteName is not null;
        string? Title(params ReadOnlySpan<string> names) => TitleText.WithoutSite(TitleText.Clean(parts.Meta(names)), site, isKnown);
        var answers = new (string Origin, string? Text)[]
        {
            ("json-ld", TitleText.WithoutSite(json.Headline, site, true)),
            ("og", Title("og:title", "twitter:title")),
            ("meta", Title("parsely-title", "sailthru.title", "dc.title", "dcterms.title", "dc:title", "citation_title", "headline", "title")),
            ("dom", TitleText.WithoutSite(TitleText.Clean(document.Title), site, isKnown)),
            ("json-ld", TitleText.WithoutSite(json.Name, site, true)),
        };
        List<string> titles = [.. answers.Select(a => a.Text).OfType<string>()];
        var nodes = tree.Nodes;
        var heading = Headline.Choose(nodes, Headline.All(nodes), titles, site) ?? Headline.InLines(nodes, blocks, titles);
        meta.HeadlineNode = heading?.Node ?? 0;
        layout = new PageLayout(tree, blocks, meta.HeadlineNode);
        if (heading is { } shown)
        {
            // What a reader sees at the top of the page is its title; a source that says the same in words is the one named.
            var same = Array.Find(answers, a => a.Text is not null && SiteNames.Key(a.Text) == SiteNames.Key(shown.Text));
            meta.Title = same.Text ?? TitleText.WithoutSite(shown.Text, site, true);
            meta.Origins["title"] = same.Origin ?? "dom";
        }
        else
        {
            meta.Title = First(meta, "title", answers);
        }
        return site;
    }

    /// <summary>"en" says less than the "en_US" of the same page's preview.</summary>
    private static string? WithRegion(string? language, PageParts parts) =>
        language is { Length: 2 } && parts.Meta("og:locale") is { Length: 5 } locale && locale.StartsWith(language, StringComparison.OrdinalIgnoreCase) ? locale : language;

    /// <summary>Korean and Japanese, told by their letters: many of their pages name no language, or that of their template.</summary>
    private static string? Spoken(List<Block> blocks)
    {
        var longest = blocks.MaxBy(b => b.Chars - b.LinkChars)?.Text ?? "";
        return LanguageDetector.Detect(longest.AsSpan(0, Math.Min(longest.Length, 400))) is ("ko" or "ja") and var spoken ? spoken : null;
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

    internal static T? First<T>(PageMetadata meta, string field, params ReadOnlySpan<(string Origin, T? Value)> answers)
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
