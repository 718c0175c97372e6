using System.Globalization;
using TrendGrains.Press.Hosting;
using TrendGrains.Press.Templates;
using TrendGrains.Press.World;

namespace TrendGrains.Press.Sites;

/// <summary>
/// A deep archive: from the front page to the years, from there to months, days and pages of an issue, and only from those to articles;
/// each level leads to the one before and the one after. No feed and no sitemap shortens the way.
/// </summary>
internal sealed class ArchiveSite : ISite
{
    private const int CachedAnswers = 4_000;
    private const int TeasersPerPage = 3;
    private const int FrontTeasers = 2;

    private readonly Masthead masthead;
    private readonly NewsArchive archive;
    private readonly BackIssues issues;
    private readonly AnswerCache cache = new(CachedAnswers);

    public ArchiveSite(Outlet outlet, string root, IEnumerable<Publication> publications)
    {
        var style = new SiteStyle(new Gazette(), AddressPattern.Dated, FeedFormat.None) { EntityTags = true, LastModified = true };
        archive = new NewsArchive(outlet, style, publications);
        masthead = new Masthead(outlet, style, archive.Words, root, Topics: []);
        issues = new BackIssues(archive.Words, archive.All.All);
    }

    private Wording Words => masthead.Words;

    public Answer Respond(SiteRequest request) => request.Path switch
    {
        "/robots.txt" => Answer.Text(200, "text/plain; charset=utf-8", RobotsFile.Write(masthead, sitemap: false)),
        "/style.css" => Answer.Text(200, "text/css; charset=utf-8", masthead.Style.Theme.Stylesheet),
        "/" => Listing(request, "/", () => Front(request.Now)),
        "/about" => Notice(request.Path, Words.About, Words.AboutText),
        "/contact" => Notice(request.Path, Words.Contact, Words.ContactText),
        "/privacy" => Notice(request.Path, Words.Privacy, Words.PrivacyText),
        "/search" => Notice(request.Path, Words.Search, ["…"]),
        "/archive" => Listing(request, "/archive", () => Years(request.Now)),
        var path when path.StartsWith("/archive/", StringComparison.Ordinal) => Level(request, path["/archive/".Length..].Split('/')),
        _ => Article(request) ?? NotFound(),
    };

    public string[] PathsOf(Publication publication) => [archive.PathOf(publication)];

    public SourceNote[] Sources() => [new(masthead.Outlet.Slug, "site", $"{masthead.Root}/", FollowEntries: false)];

    public (string Path, string Kind)[] StandingPages()
    {
        var days = issues.Days(DateTimeOffset.MaxValue);
        return
        [
            ("/", "listing"), ("/archive", "listing"), ("/about", "service"), ("/contact", "service"), ("/privacy", "service"),
            .. days.Select(YearPath).Distinct().Select(y => (y, "listing")),
            .. days.Select(MonthPath).Distinct().Select(m => (m, "listing")),
            .. days.SelectMany(d => Enumerable.Range(1, PagesOf(issues.On(d, DateTimeOffset.MaxValue)!, DateTimeOffset.MaxValue)).Select(n => (DayPath(d, n), "listing"))),
        ];
    }

    private Answer Level(SiteRequest request, string[] parts)
    {
        var numbers = parts.Select(p => int.TryParse(p, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : -1).ToArray();
        return numbers switch
        {
            [var year] => Listing(request, request.Path, () => Months(year, request.Now)),
            [var year, var month] => Listing(request, request.Path, () => Days(year, month, request.Now)),
            [var year, var month, var day] => Listing(request, $"{request.Path}#{request["page"]}", () => Issue(year, month, day, request.Number("page", 1, 1, 1_000), request.Now)),
            _ => NotFound(),
        };
    }

    private ListingPage Front(DateTimeOffset now) => Page("/", Words.Latest, [new("desk", [(Words.BackIssues, "/archive")])], null, null) with
    {
        Teasers = [.. archive.All.NewestAt(now).Take(FrontTeasers).Select(p => archive.Tease(p, now))],
    };

    private ListingPage Years(DateTimeOffset now) =>
        Page("/archive", Words.BackIssues, [new("years", [.. issues.Days(now).Select(d => (Number(d.Year), YearPath(d))).Distinct()])], null, null);

    private ListingPage? Months(int year, DateTimeOffset now)
    {
        var years = issues.Days(now).Select(YearPath).Distinct().ToArray();
        var months = issues.Days(now).Where(d => d.Year == year).Select(d => (Words.Month(d), MonthPath(d))).Distinct().ToArray();
        return months.Length == 0 ? null : Between(years, $"/archive/{Number(year)}", Number(year), new("months", months));
    }

    private ListingPage? Days(int year, int month, DateTimeOffset now)
    {
        var days = issues.Days(now);
        var own = days.Where(d => d.Year == year && d.Month == month).ToArray();
        return own.Length == 0
            ? null
            : Between([.. days.Select(MonthPath).Distinct()], MonthPath(own[0]), Words.Month(own[0]), new("days", [.. own.Select(d => (Number(d.Day), DayPath(d, 1)))]));
    }

    private ListingPage? Issue(int year, int month, int day, int number, DateTimeOffset now)
    {
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return null;
        }

        var date = new DateOnly(year, month, day);
        if (issues.On(date, now) is not { } shelf || number > PagesOf(shelf, now))
        {
            return null;
        }

        var days = issues.Days(now);
        var at = Array.BinarySearch(days, date);
        var up = new LinkGroup("up", [(Words.BackIssues, "/archive"), (Number(year), YearPath(date)), (Words.Month(date), MonthPath(date))]);
        var beside = new LinkGroup("beside", [.. Neighbours(at).Where(i => i >= 0 && i < days.Length).Select(i => (Words.Day(days[i]), DayPath(days[i], 1)))]);
        return Page(DayPath(date, number), Words.Day(date), [up, beside], number > 1 ? DayPath(date, number - 1) : null, number < PagesOf(shelf, now) ? DayPath(date, number + 1) : null) with
        {
            Teasers = [.. shelf.NewestAt(now).Skip((number - 1) * TeasersPerPage).Take(TeasersPerPage).Select(p => archive.Tease(p, now))],
        };
    }

    private ListingPage Between(string[] all, string path, string heading, LinkGroup links)
    {
        var at = Array.IndexOf(all, path);
        return Page(path, heading, [new("up", [(Words.BackIssues, "/archive")]), links], at > 0 ? all[at - 1] : null, at >= 0 && at < all.Length - 1 ? all[at + 1] : null);
    }

    private ListingPage Page(string path, string heading, LinkGroup[] groups, string? newer, string? older) =>
        new(masthead, path, heading, null, [], [], newer, older) { Groups = groups };

    private Answer? Article(SiteRequest request) => archive.Find(request) is { } publication
        ? cache.GetOrMake(publication.Id, Edition.NumberAt(publication, request.Now), () => Html(200, PageHead.Article(Dressed(publication, request.Now)), "article", Edition.At(publication, request.Now).Modified, publication.Id))
        : null;

    /// <summary>Beside the text stands nothing but the way back to the years.</summary>
    private ArticlePage Dressed(Publication publication, DateTimeOffset now) =>
        new(masthead, Edition.At(publication, now), masthead.Root + archive.PathOf(publication), null, [], [], [], []) { Groups = [new("up", [(Words.BackIssues, "/archive")])] };

    private Answer Listing(SiteRequest request, string key, Func<ListingPage?> page) => cache.GetOrMake(key, archive.All.VersionAt(request.Now), () =>
        page() is { } listing ? Html(200, PageHead.Listing(listing), "listing", null) : NotFound());

    private Answer Notice(string path, string heading, string[] text) => Html(200, PageHead.Notice(new NoticePage(masthead, path, heading, text)), "service", null);

    private Answer NotFound() => Html(404, PageHead.Notice(new NoticePage(masthead, "/404", "404", [Words.NotFound])), null, null);

    private static Answer Html(int status, string html, string? page, DateTimeOffset? modified, string? publication = null) =>
        Answer.Text(status, "text/html; charset=utf-8", html).As(page, publication, modified);

    private static int PagesOf(Shelf shelf, DateTimeOffset now) => (shelf.CountAt(now) + TeasersPerPage - 1) / TeasersPerPage;

    private static int[] Neighbours(int at) => [at - 1, at + 1];

    private static string YearPath(DateOnly day) => $"/archive/{Number(day.Year)}";

    private static string MonthPath(DateOnly day) => day.ToString("'/archive/'yyyy'/'MM", CultureInfo.InvariantCulture);

    private static string DayPath(DateOnly day, int page) => day.ToString("'/archive/'yyyy'/'MM'/'dd", CultureInfo.InvariantCulture) + (page > 1 ? $"?page={Number(page)}" : "");

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
