using TrendGrains.Press.Sites;
using TrendGrains.Press.Templates;
using TrendGrains.Press.World;

namespace TrendGrains.Press.Feeds;

/// <summary>A news outlet's one feed, in its format.</summary>
internal sealed class NewsFeed(Masthead masthead, NewsArchive archive)
{
    public const int Entries = 40;

    public string ContentType => masthead.Style.Feed switch
    {
        FeedFormat.Atom => $"application/atom+xml; charset={masthead.Outlet.Charset}",
        FeedFormat.Json => "application/feed+json; charset=utf-8",
        _ => $"application/rss+xml; charset={masthead.Outlet.Charset}",
    };

    public string Write(DateTimeOffset now)
    {
        var entries = archive.All.NewestAt(now).Take(Entries).Select(p => Entry(p, now)).ToArray();
        return masthead.Style.Feed switch
        {
            FeedFormat.Atom => AtomWriter.Write(masthead, entries, archive.All.ChangedAt(now) ?? now),
            FeedFormat.Json => JsonFeedWriter.Write(masthead, entries),
            _ => RssWriter.Write(masthead, entries, archive.All.ChangedAt(now) ?? now),
        };
    }

    private FeedEntry Entry(Publication publication, DateTimeOffset now)
    {
        var link = masthead.Root + (masthead.Style.TrackedLinks ? archive.TrackedPathOf(publication) : archive.PathOf(publication));
        return new FeedEntry(
            Edition.At(publication, now),
            masthead.Root + archive.PathOf(publication),
            link,
            publication.Picture is null ? null : masthead.Root + NewsArchive.PicturePath(publication));
    }
}
