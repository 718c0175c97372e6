using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Feeds;

namespace TrendGrains.Crawling.Sites.YouTube;

/// <summary>The Atom feed of a channel, a playlist or a user: the newest fifteen videos, with views and likes.</summary>
internal sealed class YouTubeFeedAdapter : ISiteAdapter
{
    public string? Refuse(SourceDefinition source) =>
        !YouTubeAddress.TryParse(source.Url, out var address) ? YouTubeApiAdapter.NamesNothing(source)
        : address.Place is YouTubePlace.Handle ? $"the feed of {address.Id} goes by the channel's id (UC…), which only --access api or ytdlp can look up."
        : address.Place is YouTubePlace.Search ? "a search has no feed: add it with --access api or ytdlp."
        : null;

    public string FirstPage(SourceDefinition source)
    {
        var address = YouTubeApiAdapter.Address(source);
        var key = address.Place switch { YouTubePlace.Channel => "channel_id", YouTubePlace.User => "user", _ => "playlist_id" };
        return $"{address.Root}/feeds/videos.xml?{key}={Uri.EscapeDataString(address.Id)}";
    }

    public SiteReading Read(SourceDefinition source, SiteAnswer answer, string? cursor)
    {
        if (answer.Body.AsSpan().TrimStart(" \t\r\n"u8) is [(byte)'{', ..])
        {
            return YouTubePage.Read(answer);
        }

        var feed = FeedReader.Read(answer.Body, answer.Charset, answer.Url);
        var root = YouTubeApiAdapter.Address(source).Root;
        return new SiteReading
        {
            Entries = [.. feed.Entries.Select(e => YouTubeVideo.OfFeed(e, root))],
            Skipped = [.. feed.Problems.Select(p => new SkippedEntry(answer.Url.AbsoluteUri, CrawlReason.Malformed, p.Message))],
        };
    }
}
