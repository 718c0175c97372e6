using TrendGrains.Storage.Trends;
using TrendGrains.Web.Trends;

namespace TrendGrains.Web.Tests.Trends;

public sealed class SeriesTests
{
    [Fact]
    public void Missing_buckets_are_zeros_and_the_last_step_ends_with_the_running_bucket()
    {
        TrendPoint[] points = [Point(-60, 2), Point(-20, 1), Point(-10, 3), Point(0, 4)];

        Assert.Equal([0, 2, 0, 8], Series.Until(Samples.Noon.AddMinutes(3), TimeSpan.FromMinutes(30), 4, points));
    }

    [Fact]
    public void Points_outside_are_left_out() =>
        Assert.Equal([0, 0], Series.Until(Samples.Noon, TimeSpan.FromMinutes(10), 2, [Point(-20, 9), Point(10, 9)]));

    [Fact]
    public void A_trend_of_any_age_has_a_timeline_of_bounded_length()
    {
        foreach (var age in new[] { TimeSpan.Zero, TimeSpan.FromHours(5), TimeSpan.FromDays(4), TimeSpan.FromDays(900), TimeSpan.FromDays(40_000) })
        {
            var trend = Samples.Trend() with { FirstSeen = Samples.Noon - age, LastSeen = Samples.Noon, Points = [Point(0, 40_000)] };

            Assert.InRange(Timeline.Draw(trend, Samples.Noon).ToString().Length, 500, 20_000);
        }
    }

    [Fact]
    public void A_sparkline_says_its_peak() =>
        Assert.Contains("at most 5 items in half an hour", Sparkline.Draw([Point(-400, 5), Point(0, 2)], Samples.Noon).ToString(), StringComparison.Ordinal);

    private static TrendPoint Point(int minutes, int items) => new(Samples.Noon.AddMinutes(minutes), items, 1, 1);
}
