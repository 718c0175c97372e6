using TrendGrains.Abstractions.Ingest;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Grains.Sources;
using TrendGrains.Storage.Sources;

namespace TrendGrains.Grains.Tests.Sources;

public sealed class ChoiceRewardsTests
{
    private const string Url = "https://a.example/";

    private static readonly SourceDefinition source = new() { Slug = "a", Kind = SourceKind.Site, Url = Url };

    [Theory]
    [InlineData(FrontierRole.Page, 1)]
    [InlineData(FrontierRole.Page, 3)]
    public void A_page_that_failed_for_good_was_worth_nothing(FrontierRole role, int depth) => Assert.Equal(0, RewardOf(role, depth));

    [Theory]
    [InlineData(FrontierRole.Sitemap, 0)]
    [InlineData(FrontierRole.Sitemap, 1)]
    [InlineData(FrontierRole.Feed, 1)]
    [InlineData(FrontierRole.Page, 0)]
    public void What_only_leads_to_pages_is_not_weighed(FrontierRole role, int depth) => Assert.Null(RewardOf(role, depth));

    [Fact]
    public void The_first_page_is_not_weighed_though_it_was_read() =>
        Assert.Null(RewardOf(FrontierRole.Page, 0, new PageOutcome { Url = Url, IsNew = true, Worth = 0 }));

    [Fact]
    public void A_page_is_paid_what_it_was_worth() =>
        Assert.Equal(0.5, RewardOf(FrontierRole.Page, 1, new PageOutcome { Url = Url, IsNew = true, Worth = 0.5 }));

    private static double? RewardOf(FrontierRole role, int depth, params PageOutcome[] pages)
    {
        var outcome = new SliceOutcome();
        outcome.Log.Add(new CrawlLogEntry { Source = source.Slug, Url = Url, At = default, Reason = CrawlReason.Fetched });
        outcome.Settled.Add(new FrontierSettlement(7, CrawlReason.Fetched, null));
        if (pages.Length > 0)
        {
            outcome.Pages[7] = Url;
        }

        var chosen = ChosenUrl.InOrder(new FrontierUrl(7, Url, depth, 0) { Role = role });
        return Assert.Single(ChoiceRewards.Of(source, 1, [chosen], outcome, pages)).Row.Reward;
    }
}
