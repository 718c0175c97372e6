using TrendGrains.Abstractions.Sources;
using TrendGrains.Grains.Sources;

namespace TrendGrains.Grains.Tests.Sources;

public sealed class CadenceTests
{
    private static readonly DateTimeOffset start = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);
    private static readonly SourceDefinition learned = new() { Slug = "s", Kind = SourceKind.Feed, Url = "https://example.com/feed", Interval = TimeSpan.Zero };

    [Fact]
    public void An_interval_that_the_operator_gave_stays() =>
        Assert.Equal(TimeSpan.FromHours(2), Cadence.Timed(learned with { Interval = TimeSpan.FromHours(2) }, Polled(news: 50, polls: 40)).Interval);

    [Fact]
    public void A_source_with_much_news_is_crawled_sooner_than_one_with_none()
    {
        var (busy, quiet) = (Cadence.Timed(learned, Polled(news: 5, polls: 40)).Interval, Cadence.Timed(learned, Polled(news: 0, polls: 40)).Interval);

        Assert.InRange(busy, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10));
        Assert.InRange(quiet, TimeSpan.FromHours(1), TimeSpan.FromHours(24));
    }

    [Fact]
    public void The_first_crawl_and_one_that_failed_teach_nothing()
    {
        var state = new SourceState { Counts = new CrawlCounts { New = 400 } };
        Cadence.Learn(state, start);
        Assert.Equal(0, state.NewsDays);

        state = new SourceState { LastCrawl = start, ConsecutiveFailures = 1 };
        Cadence.Learn(state, start.AddHours(1));
        Assert.Equal(0, state.NewsDays);
    }

    private static SourceState Polled(int news, int polls)
    {
        var state = new SourceState { LastCrawl = start };
        for (var poll = 1; poll <= polls; poll++)
        {
            state.Counts = new CrawlCounts { New = news };
            Cadence.Learn(state, start.AddMinutes(15 * poll));
            state.LastCrawl = start.AddMinutes(15 * poll);
        }

        return state;
    }
}
