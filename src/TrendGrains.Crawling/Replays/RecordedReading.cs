using AngleSharp.Html.Parser;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Feeds;
using TrendGrains.Crawling.Sites;
using TrendGrains.Crawling.YtDlp;

namespace TrendGrains.Crawling.Replays;

/// <summary>Reads a recorded answer as the answer of the site that it was recorded from; pure.</summary>
public static class RecordedReading
{
    /// <param name="adapter">The kind's own; null for feeds and for what yt-dlp printed.</param>
    public static SiteReading Read(SourceDefinition source, ISiteAdapter? adapter, byte[] body, string? cursor)
    {
        if (source.Access == AccessMode.YtDlp)
        {
            return YtDlpListing.Read(source, body, cursor);
        }

        if (adapter is null)
        {
            var feed = FeedReader.Read(body, null, null);
            return new SiteReading
            {
                Entries = [.. feed.Entries.Select(e => e with { Language = e.Language ?? feed.Language })],
                Skipped = [.. feed.Problems.Select(p => new SkippedEntry(source.Url, CrawlReason.Malformed, p.Line > 0 ? $"line {p.Line}: {p.Message}" : p.Message))],
            };
        }

        var place = Place(source, adapter);
        var reading = adapter.Read(source with { Url = place }, new SiteAnswer(new Uri(place), body, null), cursor);
        return reading with { Skipped = [.. reading.Skipped.Select(s => s.Url == place ? s with { Url = source.Url } : s)] };
    }

    /// <summary>The address that a recorded page gives as its own; null where it gives none.</summary>
    public static string? AddressOf(byte[] page)
    {
        using var stream = new MemoryStream(page);
        using var document = new HtmlParser().ParseDocument(stream);
        var address = document.QuerySelector("link[rel~=canonical]")?.GetAttribute("href") ?? document.QuerySelector("meta[property='og:url']")?.GetAttribute("content");
        return Uri.TryCreate(address, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url!.AbsoluteUri : null;
    }

    /// <summary>Where the answer would have come from: relative addresses in it mean something only there.</summary>
    private static string Place(SourceDefinition source, ISiteAdapter adapter) => source.Kind switch
    {
        SourceKind.Reddit => "https://www.reddit.com/r/all/new/",
        SourceKind.YouTube => "https://www.youtube.com/playlist?list=recorded",
        SourceKind.GoogleNews => "https://news.google.com/rss",
        SourceKind.Search => "https://www.google.com/search?q=recorded",
        SourceKind.Netflix => "https://www.netflix.com/tudum/top10/data/all-weeks-global.tsv",
        _ => adapter.FirstPage(source),
    };
}
