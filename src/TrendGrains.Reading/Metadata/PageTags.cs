using AngleSharp.Dom;
using TrendGrains.Reading.Markup;
using TrendGrains.Reading.Metadata.JsonLd;
using TrendGrains.Reading.Metadata.Titles;
using TrendGrains.Text;

namespace TrendGrains.Reading.Metadata;

/// <summary>What the page says it is about: keywords and sections of its JSON-LD, its meta tags, its links to tags. Stock words of whole sites are no tags.</summary>
internal static class PageTags
{
    private const int Longest = 60;
    private const int Most = 40;

    private static readonly string[] boilerplate = ["news", "article", "articles", "blog", "blogs", "post", "posts", "home", "uncategorized", "general", "featured", "default", "뉴스", "기사", "신문", "전체기사", "종합"];
    private static readonly string[] metaNames = ["news_keywords", "article:tag", "parsely-tags", "sailthru.tags", "keywords", "dc.subject", "dcterms.subject", "citation_keywords", "article:section", "og:article:section"];

    public static (string[] Tags, string? Origin) Read(PageParts parts, JsonLdFacts json, SiteNames site)
    {
        var tags = new List<string>();
        string? origin = null;
        void Add(string from, IEnumerable<string> texts)
        {
            foreach (var tag in texts.SelectMany(t => t.Split([',', ';', '，', '、'])).Select(Clean))
            {
                if (tag.Length is > 0 and <= Longest && tags.Count < Most && !boilerplate.Contains(tag.ToLowerInvariant()) && !tags.Contains(tag, StringComparer.OrdinalIgnoreCase)
                    && SiteNames.Key(tag).Length > 0 && !(tag.Length > 3 && site.Is(tag)))
                {
                    tags.Add(tag);
                    origin ??= from;
                }
            }
        }

        Add("json-ld", json.Tags);
        foreach (var name in metaNames)
        {
            // A head that repeats its keywords in three dialects adds nothing from the second on, but its section may be new.
            if (parts.Metas.TryGetValue(name, out var values) && (tags.Count == 0 || name.EndsWith(":tag", StringComparison.Ordinal) || name.EndsWith("section", StringComparison.Ordinal)))
            {
                Add(name.StartsWith("article:", StringComparison.Ordinal) || name.StartsWith("og:", StringComparison.Ordinal) ? "og" : "meta", values);
            }
        }
        if (tags.Count == 0)
        {
            Add("dom", parts.Anchors.Where(a => MetadataReader.HasRel(a, "tag")).Select(a => a.TextContent));
        }
        return ([.. tags], origin);
    }

    private static string Clean(string text) => TextNormalizer.Fold(text).TrimStart('#').Trim(' ', '"', '\'', '.');
}
