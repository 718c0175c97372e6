using TrendGrains.Press.Templates;
using TrendGrains.Press.World;

namespace TrendGrains.Press.Sites;

/// <summary>A news outlet's publications and the URLs under which they stand.</summary>
internal sealed class NewsArchive
{
    private const string CodeLetters = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private const int CodeLength = 7;

    private readonly Dictionary<string, Publication> byPath = [];
    private readonly Dictionary<string, Publication> byCode = [];
    private readonly Dictionary<string, Publication> byPicture = [];
    private readonly Dictionary<string, Shelf> bySection;
    private readonly Dictionary<string, Shelf> byTag;

    public NewsArchive(Outlet outlet, SiteStyle style, IEnumerable<Publication> publications)
    {
        Style = style;
        Words = Wording.For(outlet.Language);
        All = new Shelf(publications);
        foreach (var publication in All.All)
        {
            byPath.Add(PathOf(publication), publication);
            byCode.TryAdd(CodeOf(publication), publication);
            if (publication.Picture is not null)
            {
                byPicture.Add(PicturePath(publication), publication);
            }
        }

        bySection = All.All.GroupBy(p => p.Section).ToDictionary(g => g.Key, g => new Shelf(g));
        byTag = All.All.SelectMany(p => p.Tags.Distinct().Select(t => (Tag: t, Publication: p))).GroupBy(t => t.Tag).ToDictionary(g => g.Key, g => new Shelf(g.Select(t => t.Publication)));
        Topics = [.. Words.Sections.Keys.Where(bySection.ContainsKey)];
    }

    public SiteStyle Style { get; }
    public Wording Words { get; }
    public Shelf All { get; }
    public string[] Topics { get; }

    public string PathOf(Publication publication) => Style.ArticlePath(publication, Words);

    public string ShortPathOf(Publication publication) => $"/s/{CodeOf(publication)}";

    /// <summary>The path as a feed that counts its readers writes it.</summary>
    public string TrackedPathOf(Publication publication)
    {
        var path = PathOf(publication);
        return $"{path}{(path.Contains('?') ? '&' : '?')}utm_source=rss&utm_medium=feed&utm_campaign=headlines";
    }

    public Shelf? Section(string topic) => bySection.GetValueOrDefault(topic);

    public Shelf? Tag(string tag) => byTag.GetValueOrDefault(tag);

    /// <summary>Null for what is not there, or not yet.</summary>
    public Publication? Find(SiteRequest request)
    {
        var path = Style.Addresses == AddressPattern.Query && request["idxno"] is { } id ? $"{request.Path}?idxno={Uri.EscapeDataString(id)}" : request.Path;
        return Published(byPath.GetValueOrDefault(path), request.Now);
    }

    public Publication? FindShort(string code, DateTimeOffset now) => Published(byCode.GetValueOrDefault(code), now);

    public Publication? FindPicture(string path, DateTimeOffset now) => Published(byPicture.GetValueOrDefault(path), now);

    public Teaser Tease(Publication publication, DateTimeOffset now)
    {
        var edition = Edition.At(publication, now);
        return new(
            edition.Title, PathOf(publication), edition.Lead, publication.Published, publication.Section,
            publication.Picture is null ? null : PicturePath(publication), publication.Kind == PublicationKind.Advert);
    }

    public static string PicturePath(Publication publication) => $"/img/{Uri.EscapeDataString(publication.Id)}.png";

    private static string CodeOf(Publication publication) => Hash.Code(publication.Id, CodeLetters, CodeLength);

    private static Publication? Published(Publication? publication, DateTimeOffset now) => publication?.Published <= now ? publication : null;
}
