using TrendGrains.Press.Hosting;
using TrendGrains.Press.World;
using TrendGrains.Reading;
using TrendGrains.Reading.Evaluation;

namespace TrendGrains.Press.Tests.Serving;

/// <summary>Every theme and shape of the press is read as the press knows it: text, title, byline, time.</summary>
public sealed class ReadPagesTests
{
    private const int PagesAnOutlet = 6;

    private static readonly DateTimeOffset start = new(2026, 1, 5, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset end = start.AddHours(24);
    private static bool byRulesAlone;
    private static readonly PageReader reader = new(PageModels.LoadOrNone(_ => byRulesAlone = true));
    private static readonly PressReader press = new(WorldBuilder.Build(5, start, TimeSpan.FromHours(24), new WorldSize(6, 240)).With(SiteShapes.Archive | SiteShapes.Portal));

    public static TheoryData<string> Outlets() =>
        new(press.World.Outlets.Where(o => o.Kind is OutletKind.News or OutletKind.Archive or OutletKind.Portal).Select(o => o.Slug));

    [Theory]
    [MemberData(nameof(Outlets))]
    public void Reads_what_the_press_wrote(string outlet)
    {
        var publications = press.World.Publications.Where(p => p.Outlet == outlet && p.Kind is not (PublicationKind.Advert or PublicationKind.Post)).Take(PagesAnOutlet).ToArray();
        Assert.NotEmpty(publications);
        foreach (var publication in publications)
        {
            var url = press.UrlOf(publication);
            var served = press.Read(url, end);
            var page = reader.Read(new RawPage(url.AbsoluteUri, "text/html", null, served.Body, end));
            var edit = publication.Edits.LastOrDefault();
            var text = string.Join("\n\n", edit?.Paragraphs ?? publication.Paragraphs);
            var (precision, recall, _) = WordF1.Of(page.Text, text);

            Assert.Equal(edit?.Title ?? publication.Title, page.Title);
            Assert.Equal(publication.Byline?.Replace(" 기자", "", StringComparison.Ordinal), page.Byline);
            Assert.True(page.Published is { } published && Math.Abs((published - publication.Published).TotalMinutes) < 1, $"{url}: {page.Published:o} for {publication.Published:o} by {page.Origins.GetValueOrDefault("published")}");
            Assert.True(recall >= 0.99, $"{url}: recall {recall:F3} of\n{text}\nin\n{page.Text}");
// An advert in the story's own box is text to a reader, too; menus and teasers are not.
            Assert.True(byRulesAlone || page.PageKind != PageKinds.Article || precision >= 0.65, $"{url}: precision {precision:F3}, of\n{text}\nin\n{page.Text}");
        }
    }
}
