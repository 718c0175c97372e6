using TrendGrains.Crawling.Freshness;

namespace TrendGrains.Crawling.Tests.Freshness;

public sealed class SourceCadenceTests
{
    [Fact]
    public void A_new_source_is_asked_again_after_some_minutes() =>
        Assert.InRange(SourceCadence.Next(SourceCadence.Unknown), TimeSpan.FromMinutes(8), TimeSpan.FromMinutes(15));

    [Theory]
    [InlineData(1_440, 1, 3)]
    [InlineData(24, 12, 20)]
    [InlineData(1, 55, 110)]
    public void The_pause_falls_with_the_root_of_the_rate(double newItemsADay, double least, double most) =>
        Assert.InRange(SourceCadence.Next(After(days: 12, newItemsADay)).TotalMinutes, least, most);

    [Fact]
    public void A_source_that_went_silent_is_asked_more_and_more_seldom_up_to_once_a_day()
    {
        var belief = After(days: 3, newItemsADay: 50);
        var before = SourceCadence.Next(belief);
        for (var silent = TimeSpan.Zero; silent < TimeSpan.FromDays(20); silent += before)
        {
            belief = SourceCadence.Polled(belief, before, 0);
            var next = SourceCadence.Next(belief);
            Assert.True(next >= before, $"{next} after {before}, silent for {silent}");
            before = next;
        }

        Assert.InRange(before, TimeSpan.FromHours(12), SourceCadence.Latest);
    }

    [Fact]
    public void One_that_speaks_again_is_heard_again_soon()
    {
        var silent = After(days: 30, newItemsADay: 0);
        var again = SourceCadence.Polled(silent, TimeSpan.FromHours(12), 10);

        Assert.True(SourceCadence.Next(again) < SourceCadence.Next(silent) / 5, $"{SourceCadence.Next(silent)} {SourceCadence.Next(again)}");
    }

    [Fact]
    public void A_flood_is_polled_no_faster_than_every_minute() =>
        Assert.Equal(SourceCadence.Soonest, SourceCadence.Next(After(days: 2, newItemsADay: 40_000)));

    private static ChangeRate After(int days, double newItemsADay)
    {
        var (belief, owed) = (SourceCadence.Unknown, 0.0);
        for (var poll = 0; poll < days * 96; poll++)
        {
            owed += newItemsADay / 96;
            var news = (int)owed;
            owed -= news;
            belief = SourceCadence.Polled(belief, TimeSpan.FromMinutes(15), Math.Min(news, 500));
        }

        return belief;
    }
}
