using System.Text;
using System.Text.RegularExpressions;
using TrendGrains.Press.Hosting;
using TrendGrains.Press.World;

namespace TrendGrains.Benchmarks.Recrawling;

/// <summary>
/// The pretend press' newspapers as they change under its own clock: front and section pages change when another title stands on them,
/// articles when they are edited; articles appear as they are published.
/// </summary>
internal static partial class PressTimelines
{
    private const double BudgetADay = 600;
    private static readonly DateTimeOffset start = new(2026, 1, 5, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan before = TimeSpan.FromDays(1);
    private static readonly TimeSpan watched = TimeSpan.FromDays(4);

    public static WatchedWorld Make(int seed)
    {
        var world = WorldBuilder.Build(seed, start, before + watched, WorldSize.Usual);
        var reader = new PressReader(world);
        var pages = new List<PageTimeline>();
        foreach (var outlet in world.Outlets.Where(o => o.Kind == OutletKind.News))
        {
            var own = world.Publications.Where(p => p.Outlet == outlet.Slug).ToArray();
            DateTimeOffset[] moments = [.. own.SelectMany(p => p.Edits.Select(e => e.At).Append(p.Published)).Where(m => m > start + before).Distinct().Order()];
            foreach (var (url, _) in reader.StandingPages(outlet.Slug).Where(p => p.Kind == "listing"))
            {
                pages.Add(Timeline(0, Changes(reader, url, moments), url.AbsolutePath == "/" ? 10 : 3));
            }

            pages.AddRange(own.Select(p => Timeline(Math.Max(0, Day(p.Published)), [.. p.Edits.Select(e => Day(e.At)).Where(d => d > 0 && d < watched.TotalDays)], 1)));
        }

        return new([.. pages], BudgetADay, [], watched.TotalDays);
    }

    private static double Day(DateTimeOffset moment) => (moment - start - before).TotalDays;

    private static PageTimeline Timeline(double appears, double[] changes, double importance) =>
        new(appears, changes, Math.Max(changes.Length, 0.05) / (watched.TotalDays - appears), importance, 0, Dated: false);

    private static double[] Changes(PressReader reader, Uri url, DateTimeOffset[] moments)
    {
        var changes = new List<double>();
        var shown = Titles(reader, url, start + before);
        foreach (var moment in moments)
        {
            var now = Titles(reader, url, moment);
            if (now != shown)
            {
                changes.Add(Day(moment));
                shown = now;
            }
        }

        return [.. changes];
    }

    /// <summary>The links in the order in which they stand.</summary>
    private static string Titles(PressReader reader, Uri url, DateTimeOffset moment) =>
        string.Join('\n', Href().Matches(Encoding.Latin1.GetString(reader.Read(url, moment).Body)).Select(m => m.Value));

    [GeneratedRegex("href=\"[^\"]*\"")]
    private static partial Regex Href();
}
