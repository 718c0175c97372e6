using TrendGrains.Grains.Ingest;
using TrendGrains.Reading;

namespace TrendGrains.Grains.Tests.Ingest;

public sealed class CitationsTests
{
    [Fact]
    public void Names_other_hosts_that_the_text_links_to_each_once()
    {
        var page = Page(
            ("article p a", "https://www.other.example/a"), ("article p a", "http://other.example/b"), ("main article p em a", "https://third.example/"),
            ("article p a", "https://here.example/again"), ("article p a", "https://blog.here.example/x"));

        Assert.Equal(["other.example", "third.example"], Citations.Of("https://www.here.example/news", page).Select(c => c.Host));
    }

    [Theory]
    [InlineData("nav p a")]
    [InlineData("footer.site p a")]
    [InlineData("aside p a")]
    [InlineData("ul.partners li a")]
    [InlineData("")]
    public void A_link_outside_the_text_names_nothing(string tagPath) => Assert.Empty(Citations.Of("https://here.example/", Page((tagPath, "https://other.example/"))));

    [Theory]
    [InlineData("https://127.0.0.1/")]
    [InlineData("https://[::1]/")]
    [InlineData("http://2130706433/")]
    [InlineData("https://intranet/")]
    [InlineData("https://db.internal/")]
    [InlineData("https://printer.local/")]
    [InlineData("https://other.example:8443/")]
    [InlineData("https://user@other.example/")]
    [InlineData("ftp://other.example/")]
    [InlineData("https://m.facebook.com/page")]
    public void An_address_a_private_name_and_a_platform_are_never_proposed(string url) => Assert.Empty(Citations.Of("https://here.example/", Page(("p a", url))));

    [Fact]
    public void A_link_that_the_page_does_not_vouch_for_names_nothing() =>
        Assert.Empty(Citations.Of("https://here.example/", new ReadPage { Links = [new PageLink("https://other.example/", "o", NoFollow: true) { TagPath = "p a" }] }));

    private static ReadPage Page(params (string TagPath, string Url)[] links) =>
        new() { Links = [.. links.Select(l => new PageLink(l.Url, "link", NoFollow: false) { TagPath = l.TagPath })] };
}
