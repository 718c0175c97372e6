using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using TrendGrains.Press.Hosting;
using TrendGrains.Press.World;
using TrendGrains.TestKit;

namespace TrendGrains.Press.Tests.Serving;

public sealed partial class SiteShapesTests
{
    private static readonly DateTimeOffset start = new(2026, 1, 5, 0, 0, 0, TimeSpan.Zero);
    private static readonly PressWorld plain = WorldBuilder.Build(5, start, TimeSpan.FromHours(24), new WorldSize(6, 120));
    private static readonly PressReader reader = new(plain.With(SiteShapes.Archive | SiteShapes.Portal));
    private static readonly DateTimeOffset end = start.AddHours(24);
    private static readonly Lazy<Dictionary<Uri, Seen>> archive = new(() => Walk("old-quay-review"));
    private static readonly Lazy<Dictionary<Uri, Seen>> portal = new(() => Walk("moadam"));

    [Fact]
    public void Outlets_that_are_asked_for_leave_the_others_as_they_were()
    {
        var shaped = reader.World;
        var usual = plain.Outlets.Select(o => o.Slug).ToHashSet();

        Assert.Equal(plain.Outlets, shaped.Outlets.Take(plain.Outlets.Length));
        Assert.Equal(plain.Publications, shaped.Publications.Where(p => usual.Contains(p.Outlet)));
        Assert.Equal(shaped.Publications.Length, shaped.Publications.DistinctBy(p => p.Id).Count());
        Assert.Same(plain, plain.With(SiteShapes.None));
    }

    [Fact]
    public void The_same_seed_gives_the_same_back_issues()
    {
        var again = new PressReader(plain.With(SiteShapes.Archive));
        var some = again.World.Publications.Where(p => p.Outlet == "old-quay-review").Where((_, i) => i % 500 == 0).ToArray();

        Assert.NotEmpty(some);
        Assert.All(some, p => Assert.Equal(reader.Read(reader.UrlOf(p), end).Body, again.Read(again.UrlOf(p), end).Body));
    }

    [Fact]
    public void Every_article_of_the_archive_is_reached_through_the_days_alone()
    {
        var articles = archive.Value.Where(p => p.Value.Page.Kind == "article").ToArray();
        Assert.Equal(reader.World.Publications.Where(p => p.Outlet == "old-quay-review").Select(p => p.Id).Order(), articles.Select(a => a.Value.Page.Publication!).Order());

        var leadThere = archive.Value.Where(p => p.Key.AbsolutePath != "/" && p.Value.Links.Any(l => archive.Value[l].Page.Kind == "article")).ToArray();
        Assert.All(leadThere, p => Assert.Matches("^/archive/[0-9]{4}/[0-9]{2}/[0-9]{2}$", p.Key.AbsolutePath));
        Assert.All(articles, a => Assert.True(a.Value.Depth is >= 5 or 1, $"{a.Key} is {a.Value.Depth} clicks away."));
        Assert.InRange(archive.Value.Count, 3_000, 9_000);
    }

    [Fact]
    public void The_portal_is_lists_above_all()
    {
        var kinds = portal.Value.Values.Select(s => s.Page).Where(p => p.Status == 200).ToLookup(p => p.Kind);
        var texts = kinds["article"].DistinctBy(p => p.Publication).Count();

        Assert.Equal(reader.World.Publications.Count(p => p.Outlet == "moadam"), texts);
        Assert.True(texts * 2 < kinds["listing"].Count(), $"{texts} texts, {kinds["listing"].Count()} lists");
        Assert.True(texts * 3 < kinds["service"].Count(), $"{texts} texts, {kinds["service"].Count()} service pages");
    }

    [Theory]
    [InlineData("old-quay-review")]
    [InlineData("moadam")]
    public void The_truth_knows_every_page(string outlet)
    {
        var walked = (outlet == "moadam" ? portal : archive).Value.Where(p => p.Value.Page is { Status: 200, Kind: "listing" or "service" } && p.Key.AbsolutePath != "/search");
        var standing = reader.StandingPages(outlet).ToDictionary(p => p.Url, p => p.Kind);

        Assert.All(walked, p => Assert.Equal(p.Value.Page.Kind, standing.GetValueOrDefault(p.Key)));
        Assert.All(standing, p => Assert.Equal((200, p.Value), Answer(reader.Read(p.Key, end))));
    }

    [Fact]
    public void An_issue_of_tomorrow_is_not_there_today()
    {
        var later = reader.World.Publications.Last(p => p.Outlet == "moadam");

        Assert.Equal(404, reader.Read(reader.UrlOf(later), later.Published.AddSeconds(-1)).Status);
        Assert.Equal("article", reader.Read(reader.UrlOf(later), later.Published).Kind);
        Assert.Equal(404, reader.Read(new Uri(reader.AddressOf("old-quay-review"), "/archive/2099"), end).Status);
    }

    [Fact]
    public async Task They_are_served_beside_the_others_and_told_of_by_the_side_door()
    {
        await using var press = await PressHost.StartAsync(
            plain.With(SiteShapes.Portal), new PressOptions { Frozen = true, Already = TimeSpan.FromHours(24), Faults = false }, new ManualTimeProvider(), CancellationToken.None);
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        var list = new Uri(press.AddressOf("moadam"), "/list/all?sort=read&page=2");

        Assert.Equal("portal", press.Note.Outlets.Single(o => o.Slug == "moadam").Kind);
        Assert.Equal("listing", press.PageAt(list).Kind);
        Assert.Contains("/share?to=kakao", await client.GetStringAsync(list));
        Assert.Contains($"\"url\":\"{list.AbsoluteUri}\"".Replace("&", "\\u0026"), (await client.GetStringAsync(new Uri(press.SideDoor, "/truth/pages"))).Replace("&", "\\u0026"));
        Assert.Equal(2, await PressCommand.RunAsync(["--shapes", "labyrinth"]));
    }

    private static (int, string?) Answer(PressPage page) => (page.Status, page.Kind);

    /// <summary>Breadth first, everything.</summary>
    private static Dictionary<Uri, Seen> Walk(string outlet)
    {
        var first = reader.AddressOf(outlet);
        var seen = new Dictionary<Uri, Seen>();
        var queue = new Queue<(Uri Url, int Depth)>([(first, 0)]);
        var known = new HashSet<Uri> { first };
        while (queue.TryDequeue(out var next))
        {
            var page = reader.Read(next.Url, end);
            var links = Href().Matches(Encoding.UTF8.GetString(page.Body)).Select(m => new Uri(next.Url, WebUtility.HtmlDecode(m.Groups[1].Value)))
                .Where(u => u.Host == first.Host && u.Fragment.Length == 0 && u.AbsolutePath != "/style.css").Distinct().ToArray();
            seen.Add(next.Url, new(page, next.Depth, links));
            foreach (var link in links.Where(known.Add))
            {
                queue.Enqueue((link, next.Depth + 1));
            }
        }

        return seen;
    }

    [GeneratedRegex("<a [^>]*href=\"([^\"]*)\"")]
    private static partial Regex Href();

    private sealed record Seen(PressPage Page, int Depth, Uri[] Links);
}
