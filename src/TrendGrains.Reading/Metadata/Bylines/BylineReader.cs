using TrendGrains.Reading.Markup;
using TrendGrains.Reading.Metadata.JsonLd;
using TrendGrains.Reading.Metadata.Titles;

namespace TrendGrains.Reading.Metadata.Bylines;

/// <summary>Weighs what JSON-LD, meta tags and the visible page say about who wrote it.</summary>
internal static class BylineReader
{
    private static readonly string[] metaNames =
    [
        "parsely-author", "dc.creator", "dcterms.creator", "dc:creator", "dcterms:creator", "author", "article:author", "og:article:author", "article:author_name", "dable:author", "citation_author", "sailthru.author", "byl", "cxenseparse:author",
        "authors", "article.author", "creator", "twitter:creator:name",
    ];

    /// <summary>Null when nobody is named.</summary>
    public static (string Byline, string Origin)? Read(PageLayout layout, PageParts parts, JsonLdFacts json, SiteNames site, PageClaims claims)
    {
        var visible = BylineInDocument.Find(layout, claims);
        List<string> structured = [.. json.Authors.Where(a => a.IsOrganization).Select(a => a.Name), .. Clean(json.Authors.Where(a => !a.IsOrganization).Select(a => a.Name))];
        var isPerson = json.Authors.Exists(a => !a.IsOrganization && !site.Includes(a.Name) && IsName(a.Name));
        if (structured.Count > 0 && isPerson)
        {
            // More names by the headline than in the head, the head's among them.
            var isMore = visible.Score >= Sure && visible.Names.Count > structured.Count && structured.TrueForAll(s => visible.Names.Contains(s, StringComparer.OrdinalIgnoreCase));
            return isMore ? (Join(visible.Names), visible.Origin) : (Join(structured), "json-ld");
        }
        var meta = Labelled(parts) is { Count: > 0 } labelled ? labelled : Clean(metaNames.Select(n => parts.Metas.GetValueOrDefault(n)).FirstOrDefault(v => v is not null && Clean(v).Count > 0) ?? []);
        var isMetaPerson = meta.Exists(n => !site.Includes(n) && BylineText.IsPersonal(n));
        // A person by the headline is more than a house in the head: systems fill their own name in.
        if (visible.Names.Exists(n => BylineText.IsPersonal(n) && !site.Includes(n)) && (!isMetaPerson || visible.Score >= Sure)
            && (visible.Score > BylineInDocument.LeastScore || (structured.Count == 0 && meta.Count == 0)))
        {
            return (Join(visible.Names), visible.Origin);
        }
        return structured.Count > 0 && !isMetaPerson ? (Join(structured), "json-ld")
            : meta.Count > 0 ? (Join(meta), "meta")
            : visible.Names.Count > 0 ? (Join(visible.Names), visible.Origin)
            : structured.Count > 0 ? (Join(structured), "json-ld")
            : Microdata(parts) is { Count: > 0 } hidden ? (Join(hidden), "microdata")
            : claims.IsArticle && json.OnlyPerson is { } person && IsName(person) && !site.Includes(person) && Clean([person]) is { Count: > 0 } alone ? (Join(alone), "json-ld")
            : null;
    }

    /// <summary>Twitter's card of two lines, which WordPress fills with "Written by" and the name.</summary>
    private static List<string> Labelled(PageParts parts) =>
        parts.Meta("twitter:label1") is { } label && BylineWords.LabelAlone().IsMatch(label.Trim()) && parts.Meta("twitter:data1") is { } name ? Clean([name]) : [];

    /// <summary>Microdata in the head or in meta elements, which the visible page lacks; comments' and reviews' writers apart.</summary>
    private static List<string> Microdata(PageParts parts)
    {
        var author = parts.Properties.Find(p => p.LocalName == "meta" && p.GetAttribute("itemprop") is "author" or "creator")
            ?? parts.Properties.Find(p => p.GetAttribute("itemprop") is "author" or "creator" && p.QuerySelector("meta[itemprop=name]") is not null && !ItemScope.IsOfAnother(p));
        return author is null ? [] : Clean([author.GetAttribute("content") ?? author.QuerySelector("meta[itemprop=name]")?.GetAttribute("content") ?? ""]);
    }

    /// <summary>Not an account: "brandon-peaktwo", "mdelatorreq6vkpg2ma0ci".</summary>
    private static bool IsName(string name) => name.Contains(' ') || name.Any(c => c > '\u02FF') || (char.IsUpper(name[0]) && !name.Any(char.IsAsciiDigit));

    private static List<string> Clean(IEnumerable<string> texts)
    {
        var names = new List<string>();
        foreach (var text in texts.Take(40))
        {
            names.AddRange(BylineText.Names(text, isStated: true).Where(n => !names.Contains(n, StringComparer.OrdinalIgnoreCase)));
        }
        return names;
    }

    /// <summary>An element that says author, right by the headline.</summary>
    private const int Sure = 7;

    private static string Join(List<string> names) => string.Join(", ", names);
}
