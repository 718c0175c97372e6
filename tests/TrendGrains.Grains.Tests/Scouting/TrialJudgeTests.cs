using TrendGrains.Abstractions.Sources;
using TrendGrains.Grains.Scouting;

namespace TrendGrains.Grains.Tests.Scouting;

public sealed class TrialJudgeTests
{
    [Fact]
    public void Waits_for_the_first_crawl() => Assert.Null(TrialJudge.Judge(0, 0, Progress(), crawls: 0));

    [Theory]
    [InlineData(50, 30, 1, true)]
    [InlineData(50, 2, 1, false)]
    [InlineData(50, 13, 3, true)]
    [InlineData(50, 11, 3, false)]
    [InlineData(3, 3, 3, false)]
    [InlineData(0, 0, 3, false)]
    public void Keeps_a_host_whose_pages_are_worth_it_and_drops_another(int pages, double worth, int crawls, bool keeps) =>
        Assert.Equal(keeps, TrialJudge.Judge(pages, worth, Progress(fetched: pages), crawls)?.Keeps);

    [Theory]
    [InlineData(12, 3)]
    [InlineData(0, 0)]
    public void Goes_on_while_it_is_not_sure(int pages, double worth) => Assert.Null(TrialJudge.Judge(pages, worth, Progress(fetched: pages), crawls: 1));

    [Fact]
    public void Drops_a_host_whose_robots_txt_refuses_and_says_so()
    {
        var progress = Progress() with { Skipped = 1, Reasons = new() { ["robots-denied"] = 1 } };

        Assert.Equal(new Verdict(false, "robots-denied"), TrialJudge.Judge(1, 0, progress, crawls: 1));
    }

    [Fact]
    public void Is_surer_the_more_pages_there_are()
    {
        Assert.InRange(TrialJudge.Likely(40, 20), TrialJudge.Likely(10, 5), 1);
        Assert.InRange(TrialJudge.Likely(40, 4), 0, TrialJudge.Likely(10, 1));
        Assert.InRange(TrialJudge.Likely(0, 0), 0.4, 0.8);
    }

    private static CrawlProgress Progress(int fetched = 0) => new() { Source = "s", Run = 1, Fetched = fetched };
}
