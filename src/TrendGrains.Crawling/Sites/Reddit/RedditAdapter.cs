using System.Globalization;
using System.Text.Json;
using TrendGrains.Abstractions.Items;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Feeds;

namespace TrendGrains.Crawling.Sites.Reddit;

/// <summary>
/// A subreddit or another listing of Reddit, or of a forum that speaks its JSON. Reddit's robots.txt refuses everyone, so the web is
/// read as a subscriber reads it, by the listing's own RSS; the JSON is asked only of a forum on the operator's own network.
/// </summary>
internal sealed class RedditAdapter : ISiteAdapter
{
    public string? Refuse(SourceDefinition source) =>
        source.Access != AccessMode.Feed ? $"kind reddit is read with access feed, not {source.Access.ToString().ToLowerInvariant()}."
        : RedditAddress.TryParse(source.Url, out _) ? null
        : $"'{source.Url}' names no listing: give an address such as https://www.reddit.com/r/worldnews/.";

    public string FirstPage(SourceDefinition source) => Address(source).Page(source.Internal, after: null);

    public SiteReading Read(SourceDefinition source, SiteAnswer answer, string? cursor) =>
        source.Internal ? ReadListing(source, answer, cursor) : ReadFeed(answer);

    private static SiteReading ReadListing(SourceDefinition source, SiteAnswer answer, string? cursor)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(answer.Body);
        }
        catch (JsonException error)
        {
            return SiteReading.Unreadable(answer, $"This is no JSON: {error.Message}");
        }

        using (document)
        {
            if (!RedditListing.TryRead(document.RootElement, answer.Url, out var listing))
            {
                return SiteReading.Unreadable(answer, "This JSON is no listing of Reddit's.");
            }

            // A listing by time ends where the last reading began; one by rank is wanted for its top alone.
            var address = Address(source);
            var known = cursor is null ? (DateTimeOffset?)null : DateTimeOffset.FromUnixTimeSeconds(long.Parse(cursor, CultureInfo.InvariantCulture));
            var more = address.IsByTime && listing.After is not null && (known is null || listing.Oldest > known);
            return new SiteReading
            {
                Entries = listing.Entries,
                Skipped = [.. listing.Skipped.Where(s => known is null || s.Created is null || s.Created > known).Select(s => s.Entry)],
                NextPage = more ? address.Page(isJson: true, listing.After) : null,
                Cursor = listing.Newest?.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            };
        }
    }

    private static SiteReading ReadFeed(SiteAnswer answer)
    {
        var feed = FeedReader.Read(answer.Body, answer.Charset, answer.Url);
        return new SiteReading
        {
            Entries = [.. feed.Entries.Select(e => e with { Author = WithoutPrefix(e.Author) })],
            Skipped = [.. feed.Problems.Select(p => new SkippedEntry(answer.Url.AbsoluteUri, CrawlReason.Malformed, p.Message))],
        };
    }

    private static string? WithoutPrefix(string? author) => author?.StartsWith("/u/", StringComparison.Ordinal) == true ? author[3..] : author;

    private static RedditAddress Address(SourceDefinition source) =>
        RedditAddress.TryParse(source.Url, out var address) ? address : throw new ArgumentException($"'{source.Url}' names no listing.");
}
