using TrendGrains.Abstractions.Items;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Feeds;

namespace TrendGrains.Crawling.Sites.GoogleNews;

/// <summary>
/// A feed of Google News. A title ends in its publisher's name, which is taken off it; a link leads to the article where it contains the
/// article's address. The description repeats title and publisher, or lists other headlines that change with every look: it is left out.
/// </summary>
internal sealed class GoogleNewsAdapter : ISiteAdapter
{
    private const string Separator = " - ";

    public string? Refuse(SourceDefinition source) => GoogleNewsAddress.OfPage(source.Url) is not null
        ? null
        : $"'{source.Url}' is no feed of Google News: give words, 'top', 'topic:business', 'place:Seoul', or the address of a search or a topic.";

    public string FirstPage(SourceDefinition source) => GoogleNewsAddress.OfPage(source.Url) ?? throw new ArgumentException(Refuse(source));

    public SiteReading Read(SourceDefinition source, SiteAnswer answer, string? cursor)
    {
        var feed = FeedReader.Read(answer.Body, answer.Charset, answer.Url);
        return new SiteReading
        {
            Entries = [.. feed.Entries.Select(e => Entry(e, feed.Language))],
            Skipped = [.. feed.Problems.Select(p => new SkippedEntry(answer.Url.AbsoluteUri, CrawlReason.Malformed, p.Message))],
        };
    }

    private static FeedEntry Entry(FeedEntry entry, string? language)
    {
        var (title, publisher) = Split(entry.Title, entry.Origin?.Name);
        return entry with
        {
            Url = entry.Url is { } link ? GoogleNewsLink.Article(link) ?? link : null,
            Title = title,
            Author = publisher,
            Origin = publisher is null ? entry.Origin : new FeedOrigin(publisher, entry.Origin?.Url),
            Summary = null,
            Content = null,
            Language = entry.Language ?? language,
        };
    }

    /// <summary>By the name that the entry's source gives, else at the last dash.</summary>
    private static (string? Title, string? Publisher) Split(string? title, string? source)
    {
        if (title is null)
        {
            return (null, source);
        }

        if (source is not null && title.EndsWith(Separator + source, StringComparison.Ordinal) && title.Length > Separator.Length + source.Length)
        {
            return (title[..^(Separator.Length + source.Length)], source);
        }

        var dash = source is null ? title.LastIndexOf(Separator, StringComparison.Ordinal) : -1;
        return dash > 0 ? (title[..dash], title[(dash + Separator.Length)..]) : (title, source);
    }
}
