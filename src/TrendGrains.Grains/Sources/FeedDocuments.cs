using System.Text.Json;
using TrendGrains.Abstractions.Items;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Feeds;
using TrendGrains.Crawling.Frontier;

namespace TrendGrains.Grains.Sources;

/// <summary>Turns what a feed says into documents, and what it says wrongly into log lines; pure.</summary>
public static class FeedDocuments
{
    public static (List<CrawledDocument> Documents, List<CrawlLogEntry> Log) From(
        string source, string feedUrl, ParsedFeed feed, DateTimeOffset fetchedAt)
    {
        var documents = new List<CrawledDocument>(feed.Entries.Length);
        var log = new List<CrawlLogEntry>();
        foreach (var entry in feed.Entries)
        {
            if (TryDocument(entry with { Language = entry.Language ?? feed.Language }, feedUrl, fetchedAt, out var document, out var problem))
            {
                documents.Add(document);
            }
            else
            {
                log.Add(new CrawlLogEntry
                {
                    Source = source,
                    Url = feedUrl,
                    At = fetchedAt,
                    Reason = CrawlReason.InvalidUrl,
                    Detail = $"entry '{entry.Title ?? entry.Id}': {problem}",
                });
            }
        }

        log.AddRange(Problems(source, feedUrl, feed, fetchedAt));
        return (documents, log);
    }

    /// <summary>What was wrong with the feed itself.</summary>
    public static IEnumerable<CrawlLogEntry> Problems(string source, string feedUrl, ParsedFeed feed, DateTimeOffset at) => feed.Problems.Select(p => new CrawlLogEntry
    {
        Source = source,
        Url = feedUrl,
        At = at,
        Reason = CrawlReason.Malformed,
        Detail = p.Line > 0 ? $"line {p.Line}, column {p.Column}: {p.Message}" : p.Message,
    });

    /// <summary>An entry as a document of its own; false, and why, when it names no page.</summary>
    public static bool TryDocument(
        FeedEntry entry, string? baseUrl, DateTimeOffset fetchedAt, out CrawledDocument document, out string? problem)
    {
        document = null!;
        var address = string.IsNullOrWhiteSpace(entry.Url) ? entry.Id : entry.Url;
        if (string.IsNullOrWhiteSpace(address))
        {
            problem = "no address";
            return false;
        }

        if (!UrlNormalizer.TryNormalize(address, baseUrl is null ? null : new Uri(baseUrl), out var url, out problem))
        {
            return false;
        }

        document = new CrawledDocument
        {
            Url = url,
            FetchedAt = fetchedAt,
            MediaType = CrawledDocument.EntryMediaType,
            Charset = "utf-8",
            Body = JsonSerializer.SerializeToUtf8Bytes(entry with { Engagement = null }, JsonSerializerOptions.Web),
            Depth = 0,
            Engagement = entry.Engagement,
        };
        return true;
    }
}
