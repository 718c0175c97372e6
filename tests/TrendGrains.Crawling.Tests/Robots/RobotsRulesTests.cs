using System.Diagnostics;
using System.Text;
using TrendGrains.Crawling.Robots;

namespace TrendGrains.Crawling.Tests.Robots;

public sealed class RobotsRulesTests
{
    private const string Agent = "TrendGrainsBot";

    [Theory]
    [InlineData("Disallow: /a", "/a", false)]
    [InlineData("Disallow: /a", "/abc", false)]
    [InlineData("Disallow: /a", "/b", true)]
    [InlineData("Disallow: /A", "/a", true)]
    [InlineData("Disallow:", "/a", true)]
    [InlineData("Disallow: /\nAllow: /a", "/a/b", true)]
    [InlineData("Allow: /a\nDisallow: /a", "/a", true)]
    [InlineData("Disallow: /a/b\nAllow: /a", "/a/b", false)]
    [InlineData("Disallow: /*.php$", "/x/y.php", false)]
    [InlineData("Disallow: /*.php$", "/x/y.php?z", true)]
    [InlineData("Disallow: /*.php", "/x/y.php?z", false)]
    [InlineData("Disallow: /a*b*c", "/a12b34c56", false)]
    [InlineData("Disallow: /a*b*c", "/a12c34b56", true)]
    [InlineData("Disallow: *", "/", false)]
    [InlineData("Disallow: /$", "/", false)]
    [InlineData("Disallow: /$", "/a", true)]
    [InlineData("Disallow: /a$b", "/a$b", false)]
    [InlineData("Disallow: /a%2Ab", "/a*b", false)]
    [InlineData("Disallow: /a%2Ab", "/axb", true)]
    [InlineData("Disallow: /%ED%95%9C", "/한국", false)]
    [InlineData("Disallow: /한국", "/%ed%95%9c%ea%b5%ad", false)]
    [InlineData("Disallow: /%7Eme", "/~me/x", false)]
    [InlineData("Disallow: /a%2Fb", "/a/b", true)]
    [InlineData("Disallow: /a # all of it", "/a", false)]
    [InlineData("Disallow: /x\nSitemap: https://h/s.xml\nDisallow: /y", "/y", false)]
    [InlineData("Disallow: /", "/robots.txt", true)]
    [InlineData("Dissalow: /a", "/a", false)]
    [InlineData("Disallow /a", "/a", false)]
    public void Decides_by_the_longest_rule(string rules, string path, bool allowed) =>
        Assert.Equal(allowed, Parse($"User-agent: *\n{rules}\n").Decide(Agent, path).Allowed);

    [Theory]
    [InlineData("User-agent: trendgrainsbot\nDisallow: /a\nUser-agent: *\nDisallow: /b", "/a", false)]
    [InlineData("User-agent: trendgrainsbot\nDisallow: /a\nUser-agent: *\nDisallow: /b", "/b", true)]
    [InlineData("User-agent: TrendGrainsBot/2.0\nDisallow: /a", "/a", false)]
    [InlineData("User-agent: TrendGrains\nDisallow: /a", "/a", true)]
    [InlineData("User-agent: TrendGrainsBot\nUser-agent: Other\nDisallow: /a", "/a", false)]
    [InlineData("User-agent: Other\nDisallow: /a", "/a", true)]
    [InlineData("User-agent: TrendGrainsBot\nDisallow: /a\nUser-agent: x\nDisallow: /x\nUser-agent: TrendGrainsBot\nDisallow: /b", "/b", false)]
    [InlineData("Disallow: /a\nUser-agent: *\nDisallow: /b", "/a", true)]
    [InlineData("User-agent: *\nCrawl-delay: 5\nUser-agent: Bad\nDisallow: /", "/a", true)]
    [InlineData("\uFEFFUser-agent: *\nDisallow: /a", "/a", false)]
    [InlineData("User-agent: *\rDisallow: /a\r", "/a", false)]
    public void Chooses_the_group_that_is_meant(string text, string path, bool allowed) =>
        Assert.Equal(allowed, Parse(text).Decide(Agent, path).Allowed);

    [Fact]
    public void Names_the_line_that_decided()
    {
        var decision = Parse("User-agent: *\n\nDisallow: /한국 # no\n").Decide(Agent, new Uri("https://h.example/한국/1"));

        Assert.Equal(new RobotsDecision(false, "Disallow: /한국", 3), decision);
        Assert.Equal(new RobotsDecision(true, null, null), Parse("").Decide(Agent, "/"));
    }

    [Fact]
    public void Matches_the_query_too_and_not_the_fragment()
    {
        var rules = Parse("User-agent: *\nDisallow: /a?b=\nDisallow: /*secret");

        Assert.False(rules.Decide(Agent, "https://h.example/a?b=1").Allowed);
        Assert.True(rules.Decide(Agent, "https://h.example/a#secret").Allowed);
    }

    [Fact]
    public void Reads_crawl_delay_and_sitemaps()
    {
        var rules = Parse("Sitemap: https://h.example/a.xml\nUser-agent: *\nCrawl-delay: 2.5\nUser-agent: other\nCrawl-delay: x");

        Assert.Equal(TimeSpan.FromSeconds(2.5), rules.CrawlDelay(Agent));
        Assert.Null(rules.CrawlDelay("other"));
        Assert.Equal(["https://h.example/a.xml"], rules.Sitemaps);
    }

    [Fact]
    public void Ignores_what_lies_beyond_500_kib()
    {
        var text = "User-agent: *\nDisallow: /a\n" + new string('#', 500 * 1024) + "\nDisallow: /b\n";

        Assert.False(Parse(text).Decide(Agent, "/a").Allowed);
        Assert.True(Parse(text).Decide(Agent, "/b").Allowed);
    }

    [Fact]
    public void A_hostile_pattern_costs_no_more_than_a_look()
    {
        // A matcher that backtracks would need longer than the universe has.
        var rules = Parse($"User-agent: *\nDisallow: /{string.Concat(Enumerable.Repeat("a*", 8000))}b$\n");
        var started = Stopwatch.GetTimestamp();

        Assert.True(rules.Decide(Agent, "/" + new string('a', 100_000)).Allowed);

        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void Reads_any_bytes()
    {
        var random = new Random(7);
        var pieces = new[] { "User-agent:", "Disallow:", "Allow: /", "*", "$", "%", "%zz", "\n", "\r", ":", "#", "\0", "한", "Crawl-delay: 9e9" };
        for (var i = 0; i < 2000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => pieces[random.Next(pieces.Length)]));
            var bytes = Encoding.UTF8.GetBytes(text);
            for (var j = 0; j < bytes.Length / 10; j++)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            RobotsRules.Parse(bytes).Decide(Agent, "/" + text);
        }
    }

    private static RobotsRules Parse(string text) => RobotsRules.Parse(Encoding.UTF8.GetBytes(text));
}
