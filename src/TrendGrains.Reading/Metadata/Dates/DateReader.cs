using TrendGrains.Reading.Markup;
using TrendGrains.Reading.Metadata.JsonLd;

namespace TrendGrains.Reading.Metadata.Dates;

/// <summary>Weighs what JSON-LD, meta tags, the visible page and the URL say about when the page was published and changed.</summary>
internal static class DateReader
{
    private static readonly string[] publishedProperties = ["article:published_time", "og:article:published_time", "og:published_time", "og:regdate", "article:published", "article:published_date", "og:pubdate", "video:release_date"];

    private static readonly string[] publishedNames =
    [
        "parsely-pub-date", "w-published-date", "published-date", "date-published", "datepublished", "date_published", "publishedtime", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date", "published", "published_time", "date", "article_date_original", "originalpublicationdate", "dc.date", "dc.date.issued",
        "dc.date.created", "dcterms.date", "dcterms.created", "dcterms.issued", "dc:date", "dcterms:created", "sailthru.date", "article.published", "article.created", "cxenseparse:recs:publishtime", "citation_publication_date", "citation_online_date", "citation_date",
        "ptime", "displaydate", "dable:published_time", "release_date", "created",
    ];

    private static readonly string[] modifiedProperties = ["article:modified_time", "og:updated_time", "og:article:modified_time", "article:modified", "article:updated_time"];

    private static readonly string[] modifiedNames = ["datemodified", "date_modified", "last-modified", "lastmod", "last_modified", "dcterms.modified", "dc.date.modified", "dcterms:modified", "revised", "lastupdated", "utime", "article.updated", "updated_time"];

    public static void Read(PageMetadata meta, PageLayout layout, PageParts parts, JsonLdFacts json, PageClaims claims, PageDates dates, PageUrls urls)
    {
        var visible = new DatesInDocument(layout, dates, claims);
        WrittenMoment? Meta(string[] names) => names.Select(n => parts.Metas.GetValueOrDefault(n)?.Select(dates.Parse).FirstOrDefault(d => d is not null)).FirstOrDefault(d => d is not null);
        WrittenMoment? modified = MetadataReader.First(meta, "modified",
            ("json-ld", dates.Parse(json.Modified)), ("og", Meta(modifiedProperties)), ("meta", Meta(modifiedNames)), (visible.Modified?.Origin ?? "dom", visible.Modified?.Moment));
        WrittenMoment? published = MetadataReader.First(meta, "published",
            ("json-ld", dates.Parse(json.Published)),
            ("og", Meta(publishedProperties)),
            ("meta", Meta(publishedNames)),
            (visible.Published?.Origin ?? "dom", visible.Published?.Moment),
            ("url", dates.Believable(DateInUrl.Find(urls.Page ?? meta.CanonicalUrl))));
        // Systems that write each change into both fields give themselves away by an earlier day beside the headline.
        if (published is { } stated && visible.Published is { Score: >= Sure } shown && meta.Origins["published"] is "json-ld" or "og" or "meta"
            && shown.Moment.Day < stated.Day && (modified is null || modified.Value.Day <= stated.Day))
        {
            (published, meta.Origins["published"]) = (shown.Moment, shown.Origin);
        }
        if (published is { } one)
        {
            meta.Published = dates.Resolve(one);
            meta.Origins["publishedZone"] = dates.ZoneReason(one);
            if (one.Time is null)
            {
                meta.Origins["publishedTime"] = "none";
            }
        }
        if (modified is { } other)
        {
            meta.Modified = dates.Resolve(other);
            meta.Origins["modifiedZone"] = dates.ZoneReason(other);
        }
    }

    /// <summary>A date that stands where a dateline does.</summary>
    private const int Sure = 6;
}
