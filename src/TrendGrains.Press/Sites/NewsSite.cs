using TrendGrains.Press.Faults;
using TrendGrains.Press.Feeds;
using TrendGrains.Press.Hosting;
using TrendGrains.Press.Pictures;
using TrendGrains.Press.Templates;
using TrendGrains.Press.World;

namespace TrendGrains.Press.Sites;

/// <summary>A newspaper on the web: which URL is which page.</summary>
internal sealed class NewsSite : ISite
{
    private const int CachedAnswers = 4_000;

    private readonly Masthead masthead;
    private readonly NewsArchive archive;
    private readonly NewsPages pages;
    private readonly NewsFeed feed;
    private readonly PictureDesk pictures;
    private readonly OutletEncoding encoding;
    private readonly AnswerCache cache = new(CachedAnswers);

    public NewsSite(Outlet outlet, SiteStyle style, string root, IEnumerable<Publication> publications, PictureDesk pictures)
    {
        archive = new NewsArchive(outlet, style, publications);
        masthead = new Masthead(outlet, style, archive.Words, root, archive.Topics);
        pages = new NewsPages(masthead, archive);
        feed = new NewsFeed(masthead, archive);
        encoding = new OutletEncoding(outlet.Charset);
        this.pictures = pictures;
    }

    private SiteStyle Style => masthead.Style;

    public Answer Respond(SiteRequest request) => request.Path switch
    {
        "/" => Whole(request, "/", () => pages.Front(request.Now)),
        "/robots.txt" => Answer.Text(200, "text/plain; charset=utf-8", RobotsFile.Write(masthead)),
        "/sitemap.xml" => Xml(request, "/sitemap.xml", () => Sitemaps.Index(masthead, archive, request.Now)),
        "/sitemap-news.xml" => Xml(request, "/sitemap-news.xml", () => Sitemaps.News(masthead, archive, request.Now)),
        "/style.css" => Answer.Text(200, "text/css; charset=utf-8", Style.Theme.Stylesheet),
        "/about" => Standing(request.Path, masthead.Words.About, masthead.Words.AboutText),
        "/contact" => Standing(request.Path, masthead.Words.Contact, masthead.Words.ContactText),
        "/privacy" => Standing(request.Path, masthead.Words.Privacy, masthead.Words.PrivacyText),
        "/search" => Html(200, pages.Notice("/search", masthead.Words.Search, [request["q"] ?? "…"]), null, "service"),
        "/news/articleList.html" when Style.Addresses == AddressPattern.Query && archive.Section(request["sc"] ?? "") is { } shelf => Section(request, shelf, request["sc"]!),
        var path when path == Style.FeedPath => Feed(request),
        var path when path.StartsWith("/img/", StringComparison.Ordinal) => Picture(path, request.Now),
        var path when path.StartsWith("/s/", StringComparison.Ordinal) => Short(path["/s/".Length..], request.Now),
        var path when path.StartsWith("/tag/", StringComparison.Ordinal) => Tag(request, path["/tag/".Length..]),
        var path when path.StartsWith("/sitemap-", StringComparison.Ordinal) => Sitemap(request),
        _ => Listed(request) ?? Article(request) ?? NotFound(),
    };

    public string[] PathsOf(Publication publication) => Style.TrackedLinks
        ? [archive.PathOf(publication), archive.ShortPathOf(publication), archive.TrackedPathOf(publication)]
        : [archive.PathOf(publication), archive.ShortPathOf(publication)];

    public SourceNote[] Sources()
    {
        var read = new SourceNote(masthead.Outlet.Slug, "feed", masthead.Root + Style.FeedPath, FollowEntries: !Style.FullFeed);
        var walked = new SourceNote(Style.ReadAsSite ? masthead.Outlet.Slug : $"{masthead.Outlet.Slug}-site", "site", $"{masthead.Root}/", FollowEntries: false);
        return Style.ReadAsSite ? [walked, read with { Slug = $"{read.Slug}-feed" }] : [read, walked];
    }

    public (string Path, string Kind)[] StandingPages() =>
    [
        ("/", "listing"), .. archive.Topics.Select(t => (Style.SectionPath(t), "listing")),
        ("/about", "service"), ("/contact", "service"), ("/privacy", "service"),
    ];

    private Answer? Article(SiteRequest request) => archive.Find(request) is { } publication
        ? cache.GetOrMake(publication.Id, Edition.NumberAt(publication, request.Now), () =>
            Html(200, pages.Article(publication, request.Now), Edition.At(publication, request.Now).Modified, "article", publication.Id))
        : null;

    private Answer? Listed(SiteRequest request)
    {
        var topic = archive.Topics.FirstOrDefault(t => Style.SectionPath(t) == request.Path);
        return topic is null ? null : Section(request, archive.Section(topic)!, topic);
    }

    private Answer Section(SiteRequest request, Shelf shelf, string topic) =>
        Paged(request, shelf, masthead.Words.Section(topic), topic, Style.SectionPath(topic));

    private Answer Tag(SiteRequest request, string tag) => archive.Tag(tag) is { } shelf && shelf.CountAt(request.Now) > 0
        ? Paged(request, shelf, $"#{tag}", null, $"/tag/{Uri.EscapeDataString(tag)}")
        : NotFound();

    private Answer Paged(SiteRequest request, Shelf shelf, string heading, string? topic, string path)
    {
        var number = request.Number("page", 1, 1, 10_000);
        return cache.GetOrMake($"{path}#{number}", archive.All.VersionAt(request.Now), () =>
            pages.Listing(shelf, heading, topic, path, number, request.Now) is { } html ? Html(200, html, shelf.ChangedAt(request.Now), "listing") : NotFound());
    }

    private Answer Whole(SiteRequest request, string path, Func<string> make) => cache.GetOrMake(
        path, archive.All.VersionAt(request.Now), () => Html(200, make(), archive.All.ChangedAt(request.Now), "listing"));

    private Answer Xml(SiteRequest request, string path, Func<string> make) => cache.GetOrMake(
        path, archive.All.VersionAt(request.Now), () => Answer.Text(200, "application/xml; charset=utf-8", make()));

    private Answer Sitemap(SiteRequest request) =>
        DateOnly.TryParseExact(request.Path["/sitemap-".Length..].Replace(".xml", "", StringComparison.Ordinal), "yyyy-MM-dd", out var day)
            && Sitemaps.Day(masthead, archive, day, request.Now) is { } xml
            ? Answer.Text(200, "application/xml; charset=utf-8", xml)
            : NotFound();

    private Answer Feed(SiteRequest request) => cache.GetOrMake(Style.FeedPath, archive.All.VersionAt(request.Now), () =>
        Validated(200, feed.ContentType, encoding.Bytes(feed.Write(request.Now)), archive.All.ChangedAt(request.Now)));

    private Answer Picture(string path, DateTimeOffset now) => archive.FindPicture(path, now) is { Picture: { } picture } publication
        ? Validated(200, "image/png", pictures.Png(picture), publication.Published)
        : NotFound();

    private Answer Short(string code, DateTimeOffset now) =>
        archive.FindShort(code, now) is { } publication ? Answer.Redirect(masthead.Root + archive.PathOf(publication)) : NotFound();

    private Answer Standing(string path, string heading, string[] text) => Html(200, pages.Notice(path, heading, text), null, "service");

    private Answer NotFound() => Html(404, pages.Notice("/404", "404", [masthead.Words.NotFound]), null, null);

    private Answer Html(int status, string html, DateTimeOffset? modified, string? page, string? publication = null) => Validated(
        status,
        $"text/html; charset={masthead.Outlet.Charset}",
        masthead.Outlet.BrokenMarkup ? MarkupBreaker.Break(html, encoding) : encoding.Bytes(html),
        modified,
        page,
        publication);

    private Answer Validated(int status, string contentType, byte[] body, DateTimeOffset? modified, string? page = null, string? publication = null) => new(status, contentType, body)
    {
        Page = page,
        Publication = publication,
        Tagged = Style.EntityTags,
        LastModified = Style.LastModified ? modified : null,
    };
}
