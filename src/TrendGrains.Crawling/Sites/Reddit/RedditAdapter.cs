using System.Globalization;
using System.Text.Json;
using TrendGrains.Abstractions.Items;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Feeds;
using TrendGrains.Crawling.Fetch;

namespace TrendGrains.Crawling.Sites.Reddit;

/// <summary>
/// A subreddit or another listing of Reddit, or of a forum that speaks its JSON. Reddit's robots.txt refuses everyone, so it is read
/// as a subscriber reads it, by the listing's own RSS, or with credentials by its interface's JSON. A source on the operator's own
/// network plays Reddit itself: its JSON is asked of its own address, with credentials a token too.
/// </summary>
internal sealed class RedditAdapter : ISiteAdapter
{
    private const string Api = "https://oauth.reddit.com";

    public string? Refuse(SourceDefinition source) =>
        RedditAddress.TryParse(source.Url, out _) ? null
        : $"'{source.Url}' names no listing: give an address such as https://www.reddit.com/r/worldnews/.";

    public string FirstPage(SourceDefinition source) => Page(source, after: null);

    /// <summary>What Reddit gave goes to Reddit alone; who plays it has credentials of its own.</summary>
    public SiteLogin? Login(SourceDefinition source) => source.Access != AccessMode.Api ? null
        : source.Internal ? Login(Address(source).Root, Address(source).Root, "TRENDGRAINS_INTERNAL_API_ID", "TRENDGRAINS_INTERNAL_API_SECRET")
        : Login(Api, "https://www.reddit.com", "TRENDGRAINS_REDDIT_CLIENT_ID", "TRENDGRAINS_REDDIT_CLIENT_SECRET");

    /// <summary>A refusal says whether the subreddit is private, banned or quarantined.</summary>
    public FetchedPage Judge(FetchedPage answer, DateTimeOffset now) => answer.Status is 403 or 404 && RedditRemoval.OfListing(answer.Body) is { } why
        ? answer with { Detail = $"{answer.Detail} {why}" }
        : answer;

    public SiteReading Read(SourceDefinition source, SiteAnswer answer, string? cursor) =>
        IsJson(source) ? ReadListing(source, answer, cursor) : ReadFeed(answer);

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
                Gone = [.. listing.Skipped.Where(s => s.Entry.Reason == CrawlReason.Gone).Select(s => s.Entry.Url)],
                NextPage = more ? Page(source, listing.After) : null,
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

    private static bool IsJson(SourceDefinition source) => source.Internal || source.Access == AccessMode.Api;

    private static string Page(SourceDefinition source, string? after) => source is { Access: AccessMode.Api, Internal: false }
        ? (Address(source) with { Root = Api }).Page("", after)
        : Address(source).Page(IsJson(source) ? ".json" : "/.rss", after);

    private static ClientLogin Login(string origin, string tokens, string id, string secret) => new(origin, $"{tokens}/api/v1/access_token", id, secret);

    private static RedditAddress Address(SourceDefinition source) =>
        RedditAddress.TryParse(source.Url, out var address) ? address : throw new ArgumentException($"'{source.Url}' names no listing.");
}
