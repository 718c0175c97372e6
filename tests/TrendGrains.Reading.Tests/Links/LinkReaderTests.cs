namespace TrendGrains.Reading.Tests.Links;

public sealed class LinkReaderTests
{
    [Fact]
    public void Links_are_absolute_in_order_once_and_say_nofollow()
    {
        var page = TestPages.Stored("listing.html", "https://news.example/news/");
        Assert.Equal(
            ["https://news.example/", "https://news.example/about", "https://news.example/2026/05/01/a", "https://news.example/2026/05/02/b", "https://news.example/2026/05/03/c", "https://news.example/2026/05/04/d"],
            page.Links.Select(l => l.Url));
        Assert.Equal("https://news.example/2026/05/03/c", Assert.Single(page.Links, l => l.NoFollow).Url);
        Assert.Equal("Harbour wall repaired before the autumn storms arrive", page.Links[2].Text);
    }

    [Fact]
    public void A_base_element_moves_relative_links_and_odd_schemes_are_left_out()
    {
        var page = TestPages.Html("<base href='https://cdn.example/deep/'><a href='a?x=1&amp;y=2#frag'>1</a><a href='javascript:void(0)'>2</a><a href='mailto:a@b.c'>3</a><a href='#top'>4</a><a href='//other.example/p'>5</a><a href='http://['>6</a>");
        Assert.Equal(["https://cdn.example/deep/a?x=1&y=2", "https://other.example/p"], page.Links.Select(l => l.Url));
    }

    [Fact]
    public void Without_an_address_only_absolute_links_are_known() =>
        Assert.Equal(["https://a.example/"], TestPages.Html("<a href='/rel'>1</a><a href='https://a.example/'>2</a>", null).Links.Select(l => l.Url));
}
