using TrendGrains.Reading.Evaluation;

namespace TrendGrains.Reading.Tests.Evaluation;

public class SiteSplitTests
{
    [Theory]
    [InlineData("https://www.news.example.com/a", "example.com")]
    [InlineData("https://blog.shop.co.uk/a", "shop.co.uk")]
    [InlineData("https://EXAMPLE.org", "example.org")]
    [InlineData("not an address", "not an address")]
    public void A_site_is_what_one_owner_has(string url, string site) => Assert.Equal(site, SiteSplit.SiteOf(url));

    [Fact]
    public void About_a_third_of_the_sites_is_held_out_and_each_fold_has_its_share_of_both_parts()
    {
        var sites = Enumerable.Range(0, 3000).Select(i => $"site{i}.example").ToArray();

        Assert.InRange(sites.Count(SiteSplit.IsHeldOut), 900, 1100);
        Assert.All(sites.GroupBy(s => (SiteSplit.IsHeldOut(s), SiteSplit.FoldOf(s))), g => Assert.InRange(g.Count(), 150, 480));
        Assert.Equal(10, sites.GroupBy(s => (SiteSplit.IsHeldOut(s), SiteSplit.FoldOf(s))).Count());
    }
}
