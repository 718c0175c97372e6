using System.Text;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Sites;
using TrendGrains.Crawling.Sites.Netflix;
using TrendGrains.TestKit;

namespace TrendGrains.Crawling.Tests.Sites.Netflix;

public sealed class NetflixAdapterTests
{
    private const string Header = "week\tcategory\tweekly_rank\tshow_title\tseason_title\tweekly_hours_viewed\truntime\tweekly_views\tcumulative_weeks_in_top_10";

    private static readonly SourceDefinition source = new() { Slug = "top", Kind = SourceKind.Netflix, Url = "https://tables.example/top.tsv", Access = AccessMode.Feed };

    [Fact]
    public void Makes_an_entry_of_every_rank()
    {
        var reading = Read($"{Header}\r\n2026-03-01\tTV (Korean)\t2\tTide & Sons\tTide & Sons: Season 2\t900\t1.5\t600\t3\r\n2026-03-01\tFilms\t1\tHarbour\tN/A\t\t\t\t1\r\n");

        Assert.Equal(["Tide & Sons: Season 2 is number 2 of TV (Korean) on Netflix", "Harbour is number 1 of Films on Netflix"], reading.Entries.Select(e => e.Title));
        Assert.Equal("https://tables.example/top.tsv?week=2026-03-01&category=Films&rank=1", reading.Entries[1].Url);
        Assert.Contains("900 hours viewed, 600 views, 3 weeks", reading.Entries[0].Content, StringComparison.Ordinal);
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero), reading.Entries[0].Published);
        Assert.Equal("2026-03-01", reading.Cursor);
        Assert.Empty(reading.Skipped);
    }

    [Fact]
    public void Takes_four_weeks_at_first_and_then_from_the_newest_it_knows()
    {
        var table = Header + "\n" + string.Join('\n', Enumerable.Range(0, 6).Select(w => $"{new DateOnly(2026, 3, 1).AddDays(-7 * w):yyyy-MM-dd}\tFilms\t1\tHarbour {w}\tN/A\t1\t1\t1\t1"));

        var (first, next) = (Read(table), Read(table, "2026-02-22"));

        Assert.Equal(4, first.Entries.Length);
        Assert.Equal("2 rows of weeks before 2026-02-08 are history.", Assert.Single(first.Skipped).Detail);
        Assert.Equal(2, next.Entries.Length);
        Assert.Empty(next.Skipped);
    }

    [Theory]
    [InlineData("2026-03-01\tFilms\t1", "Line 2: 3 cells under 9 columns.")]
    [InlineData("soon\tFilms\t1\tHarbour\tN/A\t1\t1\t1\t1", "Line 2: 'soon' is no week.")]
    [InlineData("2026-03-01\tFilms\tfirst\tHarbour\tN/A\t1\t1\t1\t1", "Line 2: rank, category or title is missing.")]
    public void Says_what_is_wrong_with_a_row(string row, string said) => Assert.Equal(said, Assert.Single(Read($"{Header}\n{row}").Skipped).Detail);

    [Theory]
    [InlineData("<html>")]
    [InlineData("")]
    public void Says_what_an_answer_is_that_is_no_table(string body) =>
        Assert.StartsWith("This is no weekly top ten: its first line has no column week", Assert.Single(Read(body).Skipped).Detail, StringComparison.Ordinal);

    [SharedDataFact]
    public void Reads_every_row_of_the_recorded_table()
    {
        var table = File.ReadAllText(Path.Combine(Checkout.SharedData!, "netflix_top10", "all-weeks-global_to_2024-06.tsv"));

        var (all, first) = (Read(table, "2021-01-01"), Read(table));

        Assert.Equal((6280, 0), (all.Entries.Length, all.Skipped.Length));
        Assert.Equal(6280, all.Entries.Select(e => e.Url).Distinct().Count());
        Assert.Equal((160, "2024-06-30"), (first.Entries.Length, first.Cursor));
    }

    [SharedDataFact]
    public void Refuses_the_recorded_table_without_weeks() => Assert.Empty(
        Read(File.ReadAllText(Path.Combine(Checkout.SharedData!, "netflix_top10", "most-popular.tsv"))).Entries);

    private static SiteReading Read(string body, string? cursor = null) =>
        new NetflixAdapter().Read(source, new SiteAnswer(new Uri("https://tables.example/top.tsv"), Encoding.UTF8.GetBytes(body), null), cursor);
}
