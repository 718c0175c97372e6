using TrendGrains.Press.Templates;
using TrendGrains.Press.World;

namespace TrendGrains.Press.Sites;

/// <summary>A news outlet's pages as they look at a moment, before a theme dresses them.</summary>
internal sealed class NewsPages(Masthead masthead, NewsArchive archive)
{
    public const int TeasersPerPage = 20;
    private const int FrontTeasers = 30;
    private const int Lookback = 400;

    /// <summary>
    /// What stands beside an article is chosen as of its publication and stays: so the page changes only when it is edited.
    /// </summary>
    public string Article(Publication publication, DateTimeOffset now)
    {
        var edition = Edition.At(publication, now);
        var earlier = archive.All.NewestAt(publication.Published).Where(p => p.Id != publication.Id).Take(Lookback).ToArray();
        var news = earlier.Where(p => p.Kind != PublicationKind.Advert).ToArray();
        return PageHead.Article(new ArticlePage(
            masthead,
            edition,
            masthead.Root + archive.PathOf(publication),
            publication.Picture is null ? null : masthead.Root + NewsArchive.PicturePath(publication),
            Tease(Related(publication, news).Take(4), publication.Published),
            Tease(news.Take(5), publication.Published),
            Tease(earlier.Where(p => p.Kind == PublicationKind.Advert).Skip(Hash.Below(3, publication.Id, 5)).Take(2), publication.Published),
            Readers(publication)));
    }

    public string Front(DateTimeOffset now) => PageHead.Listing(new ListingPage(
        masthead, "/", masthead.Words.Latest, null, Tease(archive.All.NewestAt(now).Take(FrontTeasers), now), MostRead(now), null, null));

    /// <summary>Null beyond the last page.</summary>
    public string? Listing(Shelf shelf, string heading, string? topic, string path, int number, DateTimeOffset now)
    {
        var first = (number - 1) * TeasersPerPage;
        var count = shelf.CountAt(now);
        if (first >= count && number > 1)
        {
            return null;
        }

        return PageHead.Listing(new ListingPage(
            masthead,
            number == 1 ? path : Numbered(path, number),
            heading,
            topic,
            Tease(shelf.NewestAt(now).Skip(first).Take(TeasersPerPage), now),
            MostRead(now),
            number == 1 ? null : number == 2 ? path : Numbered(path, number - 1),
            first + TeasersPerPage < count ? Numbered(path, number + 1) : null));
    }

    public string Notice(string path, string heading, string[] paragraphs) => PageHead.Notice(new NoticePage(masthead, path, heading, paragraphs));

    private static string Numbered(string path, int number) => $"{path}{(path.Contains('?') ? '&' : '?')}page={number}";

    /// <summary>Same tags first, then the same section: near, but not always the same story.</summary>
    private static IEnumerable<Publication> Related(Publication publication, Publication[] earlier) => earlier
        .Select(p => (Publication: p, Near: (p.Tags.Intersect(publication.Tags).Count() * 2) + (p.Section == publication.Section ? 1 : 0)))
        .Where(p => p.Near > 0)
        .OrderByDescending(p => p.Near)
        .Select(p => p.Publication);

    private Teaser[] MostRead(DateTimeOffset now) =>
        Tease(archive.All.NewestAt(now).Where(p => p.Kind != PublicationKind.Advert).Take(60).OrderBy(p => Hash.Of(p.Id, 7)).Take(8), now);

    private Teaser[] Tease(IEnumerable<Publication> publications, DateTimeOffset now) => [.. publications.Select(p => archive.Tease(p, now))];

    private (string Name, string Words)[] Readers(Publication publication)
    {
        var words = masthead.Words;
        var comments = new (string, string)[Hash.Below(5, publication.Id, 11)];
        for (var i = 0; i < comments.Length; i++)
        {
            comments[i] = (words.ReaderNames[Hash.Below(words.ReaderNames.Length, publication.Id, 20 + (ulong)i)], words.ReaderWords[Hash.Below(words.ReaderWords.Length, publication.Id, 40 + (ulong)i)]);
        }

        return comments;
    }
}
