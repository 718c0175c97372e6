using TrendGrains.Abstractions.Sources;
using TrendGrains.Grains.Sources;

namespace TrendGrains.Grains.Tests.Sources;

public sealed class SourceScheduleTests
{
    private static readonly DateTimeOffset now = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);
    private static readonly SourceDefinition hourly = new() { Slug = "a", Kind = SourceKind.Feed, Url = "https://example.com/feed", Interval = TimeSpan.FromHours(1) };

    [Fact]
    public void A_healthy_source_is_crawled_after_its_interval() => Assert.Equal(now.AddHours(1), SourceSchedule.NextCrawl(hourly, 0, null, now));

    [Fact]
    public void A_failing_source_waits_longer_than_a_short_interval() =>
        Assert.Equal(now.AddMinutes(4), SourceSchedule.NextCrawl(hourly with { Interval = TimeSpan.FromSeconds(5) }, 4, null, now));

    [Fact]
    public void A_url_that_was_put_off_brings_the_crawl_forward() =>
        Assert.Equal(now.AddMinutes(2), SourceSchedule.NextCrawl(hourly, 0, now.AddMinutes(2), now));

    [Fact]
    public void A_paused_source_is_not_crawled() => Assert.Null(SourceSchedule.NextCrawl(hourly with { Paused = true }, 0, now, now));

    [Fact]
    public void A_reminder_never_beats_faster_than_a_minute()
    {
        Assert.Equal(TimeSpan.FromMinutes(1), SourceSchedule.ReminderPeriod(hourly with { Interval = TimeSpan.FromSeconds(5) }));
        Assert.Equal(TimeSpan.FromHours(1), SourceSchedule.ReminderPeriod(hourly));
    }

    [Fact]
    public void What_is_due_within_a_minute_is_a_timer_and_what_is_overdue_is_due_at_once()
    {
        Assert.Equal(TimeSpan.FromSeconds(30), SourceSchedule.NextStep(false, default, now.AddSeconds(30), now));
        Assert.Equal(TimeSpan.Zero, SourceSchedule.NextStep(false, default, now.AddDays(-1), now));
        Assert.Equal(Timeout.InfiniteTimeSpan, SourceSchedule.NextStep(false, default, now.AddHours(1), now));
        Assert.Equal(Timeout.InfiniteTimeSpan, SourceSchedule.NextStep(false, default, null, now));
    }

    [Fact]
    public void A_crawl_under_way_goes_on_after_its_pause() =>
        Assert.Equal(TimeSpan.FromSeconds(3), SourceSchedule.NextStep(true, TimeSpan.FromSeconds(3), null, now));
}
