using System.Xml.Linq;
using TrendGrains.Crawling.Policies;

namespace TrendGrains.Crawling.Tests.Policies;

public sealed class HarvestChartTests
{
    [Fact]
    public void Draws_a_line_a_policy_and_a_panel_a_site()
    {
        var svg = XDocument.Parse(HarvestChart.Svg("Harvest of <A & B>", "two sites", [Panel("one", 300), Panel("two", 5)]));
        Assert.Equal(4, svg.Descendants().Count(e => e.Name.LocalName == "polyline"));
        Assert.Equal(2, svg.Descendants().Count(e => e.Name.LocalName == "polygon"));
        var words = svg.Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value).ToArray();
        Assert.Contains("Harvest of <A & B>", words);
        Assert.Contains("one", words);
        Assert.Single(words, "bandit");
    }

    [Fact]
    public void A_line_begins_at_nothing_and_ends_at_the_top_where_all_was_found()
    {
        var svg = XDocument.Parse(HarvestChart.Svg("t", "s", [new HarvestPanel("p", [new HarvestCurve("bandit", [1, 2, 3, 4])])]));
        var points = svg.Descendants().Single(e => e.Name.LocalName == "polyline").Attribute("points")!.Value.Split(' ');
        Assert.Equal("46,548", points[0]);
        Assert.Equal("846,128", points[^1]);
    }

    [Fact]
    public void Nothing_fetched_is_no_error() => XDocument.Parse(HarvestChart.Svg("t", "s", [new HarvestPanel("p", [new HarvestCurve("bandit", [])]), new HarvestPanel("q", [])]));

    private static HarvestPanel Panel(string title, int fetched)
    {
        var found = Enumerable.Range(0, fetched).Select(i => i * 0.5).ToArray();
        return new HarvestPanel(title,
        [
            new HarvestCurve("bandit", found) { Band = (found.Select(f => f * 0.9).ToArray(), found.Select(f => f * 1.1).ToArray()) },
            new HarvestCurve("breadth-first", found.Select(f => f / 2).ToArray()),
        ]);
    }
}
