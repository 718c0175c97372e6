using System.Globalization;
using TrendGrains.Press.Hosting;
using TrendGrains.Press.Templates;
using TrendGrains.Press.World;

namespace TrendGrains.Press.Sites;

/// <summary>
/// A portal that is mostly lists: sections in three orders and many pages, tags, authors, days and months, and beside every title the
/// links that lead to no other text (print, share, log in). Its articles are the fewest of its pages. No feed, no sitemap.
/// </summary>
internal sealed class PortalSite : ISite
{
    private const int CachedAnswers = 4_000;
    private const int TeasersPerPage = 8;
    private static readonly string[] sharers = ["kakao", "x", "mail"];

    private readonly Masthead masthead;
    private readonly NewsArchive archive;
    private readonly PortalShelves shelves;
    private readonly AnswerCache cache = new(CachedAnswers);

    public PortalSite(Outlet outlet, string root, IEnumerable<Publication> publications)
    {
        var style = new SiteStyle(new Arcade(), AddressPattern.Flat, FeedFormat.None) { LastModified = true, Adverts = AdvertMarks.Label };
        archive = new NewsArchive(outlet, style, publications);
        masthead = new Masthead(outlet, style, archive.Words, root, archive.Topics);
        shelves = new PortalShelves(archive);
    }

    private Wording Words => masthead.Words;

    public Answer Respond(SiteRequest request) => request.Path switch
    {
        "/robots.txt" => Answer.Text(200, "text/plain; charset=utf-8", RobotsFile.Write(masthead, sitemap: false)),
        "/style.css" => Answer.Text(200, "text/css; charset=utf-8", masthead.Style.Theme.Stylesheet),
        "/" => List(request, "/", Words.Latest, "/", archive.All.NewestAt(request.Now)),
        "/about" => Service(request.Path, Words.About, Words.AboutText),
        "/contact" => Service(request.Path, Words.Contact, Words.ContactText),
        "/privacy" => Service(request.Path, Words.Privacy, Words.PrivacyText),
        "/search" => Service(request.Path, Words.Search, ["…"]),
        "/login" => Service("/login", Words.LogIn, [Words.Newsletter]),
        "/share" => Service("/share", Words.Share, [request["to"] ?? ""]),
        var path => path.Split('/', StringSplitOptions.RemoveEmptyEntries) switch
        {
            ["list", var topic] when shelves.Section(topic) is { } shelf => Section(request, topic, shelf),
            ["tag", var tag] when shelves.Tag(tag) is { } shelf => List(request, TagPath(tag), $"#{tag}", TagPath(tag), shelf.NewestAt(request.Now)),
            ["author", var name] when shelves.Author(name) is { } shelf => List(request, AuthorPath(name), name, AuthorPath(name), shelf.NewestAt(request.Now)),
            ["date", var day] when Parsed(day, "yyyy-MM-dd") is { } date => Day(request, date),
            ["calendar", var month] when Parsed(month, "yyyy-MM") is { } first => Month(request, first),
            ["print", var id] when archive.Find(request with { Path = $"/view/{id}" }) is { } publication => Article(request, publication, print: true),
            ["view", _] when archive.Find(request) is { } publication => Article(request, publication, print: false),
            _ => NotFound(),
        },
    };

    public string[] PathsOf(Publication publication) => [archive.PathOf(publication), PrintPath(publication)];

    public SourceNote[] Sources() => [new(masthead.Outlet.Slug, "site", $"{masthead.Root}/", FollowEntries: false)];

    public (string Path, string Kind)[] StandingPages()
    {
        var end = DateTimeOffset.MaxValue;
        IEnumerable<string> lists =
        [
            .. Pages("/", archive.All.CountAt(end)),
            .. shelves.Topics.SelectMany(t => PortalShelves.Orders.SelectMany(o => Pages(SectionPath(t, o), shelves.Section(t)!.CountAt(end)))),
            .. shelves.Tags.SelectMany(t => Pages(TagPath(t), shelves.Tag(t)!.CountAt(end))),
            .. shelves.Authors.SelectMany(a => Pages(AuthorPath(a), shelves.Author(a)!.CountAt(end))),
            .. shelves.Days.SelectMany(d => shelves.Topics.SelectMany(t => Pages(DayPath(d, t), shelves.Day(d, t, end).Count()))),
            .. shelves.Days.Select(MonthPath).Distinct(),
        ];
        IEnumerable<string> services =
        [
            "/about", "/contact", "/privacy", "/login",
            .. archive.All.All.SelectMany(p => Tools(p).Links).Select(t => t.Path).Where(p => !p.StartsWith("/print/", StringComparison.Ordinal)),
        ];
        return [.. lists.Select(l => (l, "listing")), .. services.Select(s => (s, "service"))];
    }

    private Answer Section(SiteRequest request, string topic, Shelf shelf)
    {
        var order = PortalShelves.Orders.Contains(request["sort"]) ? request["sort"]! : PortalShelves.Orders[0];
        return List(request, SectionPath(topic, order), Words.Section(topic), SectionPath(topic, order), PortalShelves.Sorted(shelf, order, request.Now), topic);
    }

    private Answer Day(SiteRequest request, DateOnly day)
    {
        var topic = request["sc"] ?? PortalShelves.Everything;
        return shelves.Topics.Contains(topic)
            ? List(request, DayPath(day, topic), Words.Day(day), DayPath(day, topic), shelves.Day(day, topic, request.Now), topic, day)
            : NotFound();
    }

    private Answer Month(SiteRequest request, DateOnly month)
    {
        var days = shelves.Days.Where(d => d.Year == month.Year && d.Month == month.Month && shelves.Day(d, PortalShelves.Everything, request.Now).Any()).ToArray();
        return days.Length == 0 ? NotFound() : Cached(request, MonthPath(month), () => new ListingPage(masthead, MonthPath(month), Words.Month(month), null, [], [], null, null)
        {
            Groups = [.. Shelving(PortalShelves.Everything, null), new("month", [.. days.SelectMany(d => shelves.Topics.Select(t => ($"{Words.Day(d)} {Words.Section(t)}", DayPath(d, t))))])],
        });
    }

    private Answer List(SiteRequest request, string key, string heading, string path, IEnumerable<Publication> publications, string topic = PortalShelves.Everything, DateOnly? day = null)
    {
        var number = request.Number("page", 1, 1, 10_000);
        return Cached(request, $"{key}#{number}", () =>
        {
            var all = publications.ToArray();
            var last = Math.Max(1, (all.Length + TeasersPerPage - 1) / TeasersPerPage);
            return all.Length == 0 || number > last ? null : new ListingPage(
                masthead, Numbered(path, number), heading, topic, [.. all.Skip((number - 1) * TeasersPerPage).Take(TeasersPerPage).Select(p => Tease(p, request.Now))], [],
                number > 1 ? Numbered(path, number - 1) : null, number < last ? Numbered(path, number + 1) : null)
            {
                Groups =
                [
                    .. Shelving(topic, day),
                    new("pages", [.. Enumerable.Range(Math.Max(1, number - 4), 9).Where(n => n <= last && n != number).Select(n => (Number(n), Numbered(path, n)))]),
                ],
            };
        });
    }

    /// <summary>The links that every page carries, whatever it shows.</summary>
    private LinkGroup[] Shelving(string topic, DateOnly? day) =>
    [
        new("orders", [("↓", SectionPath(topic, "new")), (Words.MostRead, SectionPath(topic, "read")), (Words.MostDiscussed, SectionPath(topic, "said"))]),
        new("calendar", [.. shelves.Days.Select(MonthPath).Distinct().Select(m => (Words.Calendar, m))]),
        new("desks", day is { } date ? [.. shelves.Topics.Select(t => (Words.Section(t), DayPath(date, t)))] : []),
    ];

    private Answer Article(SiteRequest request, Publication publication, bool print) => cache.GetOrMake(
        $"{(print ? "print" : "view")}/{publication.Id}",
        Edition.NumberAt(publication, request.Now),
        () => Html(200, PageHead.Article(Dressed(publication, request.Now, print)), "article", Edition.At(publication, request.Now).Modified, publication.Id));

    private ArticlePage Dressed(Publication publication, DateTimeOffset now, bool print)
    {
        var earlier = archive.All.NewestAt(publication.Published).Where(p => p.Id != publication.Id).Take(print ? 0 : 12).Select(p => Tease(p, publication.Published) with { Tools = null }).ToArray();
        return new(masthead, Edition.At(publication, now), masthead.Root + archive.PathOf(publication), null, [.. earlier.Take(2)], [], [], [])
        {
            Groups = print ? [] :
            [
                Tools(publication),
                .. Shelving(publication.Section, shelves.DayOf(publication)),
                new("authors", publication.Byline is { } name ? [(name, AuthorPath(name))] : []),
            ],
        };
    }

    private Teaser Tease(Publication publication, DateTimeOffset now) => archive.Tease(publication, now) with { Tools = Tools(publication) };

    private LinkGroup Tools(Publication publication) => new(
        "tools",
        [
            (Words.Print, PrintPath(publication)),
            .. sharers.Select(s => (Words.Share, $"/share?to={s}&no={publication.Id}")),
            (Words.LogIn, $"/login?next=%2Fview%2F{publication.Id}"),
        ]);

    private Answer Cached(SiteRequest request, string key, Func<ListingPage?> page) => cache.GetOrMake(key, archive.All.VersionAt(request.Now), () =>
        page() is { } listing ? Html(200, PageHead.Listing(listing), "listing", null) : NotFound());

    private Answer Service(string path, string heading, string[] text) => Html(200, PageHead.Notice(new NoticePage(masthead, path, heading, text)), "service", null);

    private Answer NotFound() => Html(404, PageHead.Notice(new NoticePage(masthead, "/404", "404", [Words.NotFound])), null, null);

    private static Answer Html(int status, string html, string? page, DateTimeOffset? modified, string? publication = null) =>
        Answer.Text(status, "text/html; charset=utf-8", html).As(page, publication, modified);

    private static IEnumerable<string> Pages(string path, int count) =>
        Enumerable.Range(1, (count + TeasersPerPage - 1) / TeasersPerPage).Select(n => Numbered(path, n));

    private static string Numbered(string path, int number) => number == 1 ? path : $"{path}{(path.Contains('?') ? '&' : '?')}page={Number(number)}";

    private static DateOnly? Parsed(string text, string format) => DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string SectionPath(string topic, string order) => order == PortalShelves.Orders[0] ? $"/list/{topic}" : $"/list/{topic}?sort={order}";

    private static string TagPath(string tag) => $"/tag/{Uri.EscapeDataString(tag)}";

    private static string AuthorPath(string name) => $"/author/{Uri.EscapeDataString(name)}";

    private static string DayPath(DateOnly day, string topic) =>
        day.ToString("'/date/'yyyy-MM-dd", CultureInfo.InvariantCulture) + (topic == PortalShelves.Everything ? "" : $"?sc={topic}");

    private static string MonthPath(DateOnly day) => day.ToString("'/calendar/'yyyy-MM", CultureInfo.InvariantCulture);

    private static string PrintPath(Publication publication) => $"/print/{publication.Id}";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
