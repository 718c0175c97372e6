using TrendGrains.Press.Sites;
using TrendGrains.Press.World;

namespace TrendGrains.Press.SideDoor;

/// <summary>What the world really is, in the words that evaluations read.</summary>
internal sealed class Truth(PressWorld world, AddressBook book)
{
    private readonly Dictionary<string, Outlet> outlets = world.Outlets.ToDictionary(o => o.Slug);

    /// <summary>In order of publication; up to a moment, or all.</summary>
    public IEnumerable<TruthItem> Items(DateTimeOffset? until) => world.Publications.Where(p => until is null || p.Published <= until).Select(Item);

    public IEnumerable<TruthPage> Pages() => world.Outlets.SelectMany(o =>
        book.Sites[o.Slug].StandingPages().Select(p => new TruthPage(book.RootOf(o.Slug) + p.Path, o.Slug, p.Kind)));

    private TruthItem Item(Publication publication)
    {
        var urls = book.UrlsOf(publication);
        return new(
            urls[0],
            urls[1..],
            publication.Id,
            publication.Outlet,
            outlets[publication.Outlet].Language,
            publication.Story,
            publication.Kind,
            publication.Kind switch { PublicationKind.Post => "forum", PublicationKind.Clip => "video", _ => "article" },
            publication.Kind == PublicationKind.Advert,
            publication.Section,
            publication.Published,
            publication.Title,
            [.. publication.Edits.Select(e => e.At)],
            publication.LinksTo);
    }
}
