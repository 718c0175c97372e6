using TrendGrains.Abstractions.Sources;

namespace TrendGrains.Abstractions.Tests;

public sealed class CrawlReasonTests
{
    [Theory]
    [InlineData(CrawlReason.RobotsDenied, "robots-denied")]
    [InlineData(CrawlReason.TooCompressed, "too-compressed")]
    public void Is_stored_in_kebab_case(CrawlReason reason, string code) => Assert.Equal(code, reason.Code());

    [Theory]
    [InlineData(CrawlReason.Timeout, true)]
    [InlineData(CrawlReason.RobotsUnreachable, true)]
    [InlineData(CrawlReason.StorageUnavailable, true)]
    [InlineData(CrawlReason.RepeatingPath, false)]
    [InlineData(CrawlReason.NotFound, false)]
    [InlineData(CrawlReason.Fetched, false)]
    public void Only_what_may_pass_is_tried_again(CrawlReason reason, bool transient) => Assert.Equal(transient, reason.IsTransient());

    [Fact]
    public void No_reason_is_both_a_success_and_worth_another_try() =>
        Assert.DoesNotContain(Enum.GetValues<CrawlReason>(), r => r.IsSuccess() && r.IsTransient());
}
