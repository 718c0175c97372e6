using System.Text;
using TrendGrains.Abstractions.Hosts;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Politeness;
using TrendGrains.Crawling.Robots;

namespace TrendGrains.Crawling.Tests.Politeness;

public sealed class HostPolitenessTests
{
    private static readonly DateTimeOffset start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly FetchIntent feed = new() { Url = "https://h.example/feed", Access = AccessMode.Feed };
    private static readonly FetchIntent page = new() { Url = "https://h.example/a", Access = AccessMode.Crawl };

    private readonly PolitenessOptions options = new();
    private readonly HostPoliteness host;

    public HostPolitenessTests() => host = new HostPoliteness(options, "TrendGrainsBot");

    [Fact]
    public void Lets_one_request_out_at_a_time_and_waits_after_its_answer()
    {
        var first = host.Ask(feed, start);
        var second = host.Ask(feed, start);
        host.Report(new FetchReport(first.Ticket, CrawlReason.Fetched, null), At(3));
        var third = host.Ask(feed, At(3.5));
        var fourth = host.Ask(feed, At(4));

        Assert.Equal(
            [LeaveDecision.Granted, LeaveDecision.Wait, LeaveDecision.Wait, LeaveDecision.Granted],
            [first.Decision, second.Decision, third.Decision, fourth.Decision]);
        Assert.Equal(TimeSpan.FromSeconds(0.5), third.Wait);
        Assert.NotEqual(first.Ticket, fourth.Ticket);
    }

    [Fact]
    public void Keeps_to_the_source_s_own_delay()
    {
        Succeed(feed with { Delay = TimeSpan.FromSeconds(10) }, start);

        Assert.Equal(TimeSpan.FromSeconds(10), host.Ask(feed, start).Wait);
        Assert.Equal(TimeSpan.FromSeconds(10), host.Status("h.example").Delay);
    }

    [Fact]
    public void Rests_as_long_as_an_answer_asks_for_whose_rate_limit_is_spent()
    {
        var leave = host.Ask(feed, start);
        host.Report(new FetchReport(leave.Ticket, CrawlReason.Fetched, TimeSpan.FromSeconds(300)), start);

        Assert.Equal((LeaveDecision.Wait, TimeSpan.FromSeconds(300)), (host.Ask(feed, start).Decision, host.Ask(feed, start).Wait));
        Assert.Equal(LeaveDecision.Granted, host.Ask(feed, At(300)).Decision);
        Assert.Equal(0, host.Status("h.example").ConsecutiveFailures);
    }

    [Fact]
    public void A_leave_that_nobody_reports_on_lapses()
    {
        var lost = host.Ask(feed, start);

        Assert.Equal(LeaveDecision.Wait, host.Ask(feed, At(59)).Decision);
        Assert.Equal(TimeSpan.FromSeconds(1), host.Ask(feed, At(60)).Wait);
        var next = host.Ask(feed, At(61));
        Assert.Equal(LeaveDecision.Granted, next.Decision);

        // The late report of the lost one must not end the leave of the next.
        host.Report(new FetchReport(lost.Ticket, CrawlReason.ServerError, null), At(61));
        Assert.Equal(LeaveDecision.Wait, host.Ask(feed, At(62)).Decision);
        Assert.Equal(0, host.Status("h.example").ConsecutiveFailures);
    }

    [Fact]
    public void Doubles_its_pause_with_each_failure_up_to_the_longest()
    {
        var now = start;
        var pauses = new List<double>();
        for (var i = 0; i < 12; i++)
        {
            Fail(CrawlReason.ServerError, now);
            var wait = host.Ask(feed, now);
            Assert.Equal(CrawlReason.ServerError, wait.Reason);
            Assert.Contains("server-error", wait.Detail, StringComparison.Ordinal);
            pauses.Add(wait.Wait.TotalSeconds);
            now += wait.Wait;
        }

        Assert.Equal([5, 10, 20, 40, 80, 160, 320, 640, 1280, 2560, 3600, 3600], pauses);

        Succeed(feed, now);
        Assert.Equal(0, host.Status("h.example").ConsecutiveFailures);
        Fail(CrawlReason.Timeout, now + options.Delay);
        Assert.Equal(5, host.Ask(feed, now + options.Delay).Wait.TotalSeconds);
    }

    [Theory]
    [InlineData(120, 120)]
    [InlineData(1, 5)]
    [InlineData(9_999_999, 86400)]
    public void Waits_as_long_as_the_host_asks_within_reason(int asked, int waited)
    {
        Fail(CrawlReason.RateLimited, start, TimeSpan.FromSeconds(asked));

        Assert.Equal(waited, host.Ask(feed, start).Wait.TotalSeconds);
        Assert.Equal(start.AddSeconds(waited), host.Status("h.example").BackOffUntil);
    }

    [Theory]
    [InlineData(CrawlReason.NotFound)]
    [InlineData(CrawlReason.TooLarge)]
    [InlineData(CrawlReason.HttpRefused)]
    [InlineData(CrawlReason.StorageUnavailable)]
    public void What_is_no_fault_of_the_host_is_not_held_against_it(CrawlReason reason)
    {
        Fail(reason, start);

        Assert.Null(host.Status("h.example").BackOffUntil);
        Assert.Equal(LeaveDecision.Granted, host.Ask(feed, At(1)).Decision);
    }

    [Fact]
    public void Asks_for_robots_before_the_first_page_but_not_for_a_feed()
    {
        Assert.False(host.RobotsDue(feed, start));
        Assert.True(host.RobotsDue(page, start));
        Assert.Equal(LeaveDecision.Wait, host.Ask(page, start).Decision);

        host.Learn(page, Answer("User-agent: *\nDisallow: /private\nCrawl-delay: 4"), start);

        Assert.False(host.RobotsDue(page, At(86399)));
        Assert.True(host.RobotsDue(page, At(86400)));
        var refused = host.Ask(page with { Url = "https://h.example/private/1" }, start);
        Assert.Equal((LeaveDecision.Refused, CrawlReason.RobotsDenied), (refused.Decision, refused.Reason));
        Assert.Equal("robots.txt of h.example, line 2: Disallow: /private", refused.Detail);
        Succeed(page, start);
        Assert.Equal(TimeSpan.FromSeconds(4), host.Ask(page, start).Wait);
        Assert.Equal(start, host.Status("h.example").RobotsFetchedAt);
    }

    [Fact]
    public void Fetches_nothing_while_robots_cannot_be_read_and_tries_again()
    {
        host.Learn(page, Unreachable, start);

        var refused = host.Ask(page, start);
        Assert.Equal((LeaveDecision.Refused, CrawlReason.RobotsUnreachable), (refused.Decision, refused.Reason));
        Assert.Equal(TimeSpan.FromSeconds(5), refused.Wait);
        Assert.False(host.RobotsDue(page, At(4)));
        Assert.True(host.RobotsDue(page, At(5)));

        host.Learn(page, Unreachable, At(5));
        Assert.False(host.RobotsDue(page, At(14)));
        Assert.True(host.RobotsDue(page, At(15)));
        host.Learn(page, Answer(""), At(15));
        Assert.Equal(LeaveDecision.Granted, host.Ask(page, At(15)).Decision);
    }

    [Fact]
    public void Keeps_its_old_rules_while_the_host_cannot_be_asked()
    {
        host.Learn(page, Answer("User-agent: *\nDisallow: /a"), start);
        host.Learn(page, Unreachable, At(86400));

        Assert.Equal(CrawlReason.RobotsDenied, host.Ask(page, At(86400)).Reason);
        Assert.Equal(LeaveDecision.Granted, host.Ask(page with { Url = "https://h.example/b" }, At(86400)).Decision);
    }

    [Fact]
    public void Rules_of_one_scheme_say_nothing_about_the_other()
    {
        host.Learn(page, Answer("User-agent: *\nDisallow: /"), start);

        Assert.True(host.RobotsDue(page with { Url = "http://h.example/a" }, start));
        Assert.True(host.RobotsDue(page with { AllowPrivate = true }, start));
    }

    [Fact]
    public void Takes_up_where_an_earlier_life_left_off()
    {
        var old = host.Ask(feed, start);
        host.Report(new FetchReport(old.Ticket, CrawlReason.ServerError, TimeSpan.FromMinutes(10)), start);

        var again = new HostPoliteness(options, "TrendGrainsBot", host.Snapshot());

        Assert.Equal(TimeSpan.FromMinutes(9), again.Ask(feed, At(60)).Wait);
        var leave = again.Ask(feed, At(600));
        Assert.NotEqual(old.Ticket, leave.Ticket);
    }

    [Fact]
    public void Asks_a_slow_host_less_often_and_an_able_one_as_before()
    {
        Answered(feed, TimeSpan.FromSeconds(3), start);
        Assert.Equal(TimeSpan.FromSeconds(6), host.Ask(feed, start).Wait);

        // Smoothed: 0.7 x 3 s + 0.3 x 10 s, twice that.
        Answered(feed, TimeSpan.FromSeconds(10), At(6));
        Assert.Equal(10.2, host.Ask(feed, At(6)).Wait.TotalSeconds, 0.001);
        Assert.Equal(5.1, host.Status("h.example").Latency.TotalSeconds, 0.001);

        var now = At(20);
        for (var i = 0; i < 30; i++, now += TimeSpan.FromSeconds(60))
        {
            Answered(feed, TimeSpan.FromMilliseconds(100), now);
        }

        Assert.Equal(options.Delay, host.Ask(feed, now - TimeSpan.FromSeconds(60)).Wait);
    }

    [Fact]
    public void A_host_that_hardly_answers_is_not_waited_for_without_bound()
    {
        Answered(feed, TimeSpan.FromMinutes(5), start);

        Assert.Equal(options.LongestAdaptedDelay, host.Ask(feed, start).Wait);
    }

    [Fact]
    public void A_delay_of_zero_is_the_operator_s_word_for_a_host_of_their_own()
    {
        Answered(feed with { Delay = TimeSpan.Zero }, TimeSpan.FromSeconds(3), start);

        Assert.Equal(LeaveDecision.Granted, host.Ask(feed, start).Decision);
    }

    [Fact]
    public void Sends_a_host_no_more_than_its_share_of_the_day()
    {
        options.MaxPagesPerDay = 2;
        Succeed(feed, start);
        Succeed(feed, At(1));

        var spent = host.Ask(feed, At(2));
        Assert.Equal((LeaveDecision.Wait, CrawlReason.BudgetSpent, 86398d), (spent.Decision, spent.Reason, spent.Wait.TotalSeconds));
        Assert.Equal("h.example has had its 2 requests of today.", spent.Detail);
        Assert.Equal(LeaveDecision.Wait, new HostPoliteness(options, "TrendGrainsBot", host.Snapshot()).Ask(feed, At(3)).Decision);
        Assert.Equal(LeaveDecision.Granted, host.Ask(feed, At(86400)).Decision);
        Assert.Equal(1, host.Status("h.example").PagesToday);
    }

    [Fact]
    public void Reads_no_more_of_a_host_than_its_bytes_of_the_day()
    {
        options.MaxBytesPerDay = 1000;
        var leave = host.Ask(feed, start);
        host.Report(new FetchReport(leave.Ticket, CrawlReason.Fetched, null, TimeSpan.FromSeconds(0.1), 1500), start);

        Assert.Equal(CrawlReason.BudgetSpent, host.Ask(feed, At(2)).Reason);
        Assert.Equal(1500, host.Status("h.example").BytesToday);
    }

    private void Answered(FetchIntent intent, TimeSpan elapsed, DateTimeOffset now)
    {
        var leave = host.Ask(intent, now);
        Assert.Equal(LeaveDecision.Granted, leave.Decision);
        host.Report(new FetchReport(leave.Ticket, CrawlReason.Fetched, null, elapsed), now);
    }

    private static RobotsAnswer Unreachable => new() { Rules = null, Reason = CrawlReason.ServerError, Status = 500, Detail = "robots.txt could not be asked for." };

    private static RobotsAnswer Answer(string text) =>
        new() { Rules = RobotsRules.Parse(Encoding.UTF8.GetBytes(text)), Reason = CrawlReason.Fetched, Status = 200, Detail = "Read." };

    private static DateTimeOffset At(double seconds) => start.AddSeconds(seconds);

    private void Succeed(FetchIntent intent, DateTimeOffset now) => Report(intent, CrawlReason.Fetched, now, null);

    private void Fail(CrawlReason reason, DateTimeOffset now, TimeSpan? retryAfter = null) => Report(feed, reason, now, retryAfter);

    private void Report(FetchIntent intent, CrawlReason reason, DateTimeOffset now, TimeSpan? retryAfter)
    {
        var leave = host.Ask(intent, now);
        Assert.Equal(LeaveDecision.Granted, leave.Decision);
        host.Report(new FetchReport(leave.Ticket, reason, retryAfter), now);
    }
}
