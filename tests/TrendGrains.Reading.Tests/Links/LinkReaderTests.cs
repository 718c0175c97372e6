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

    [Fact]
    public void The_tag_path_names_elements_and_lasting_classes_from_the_body_down()
    {
        var page = TestPages.Html(
            "<body><main><div><ul class='list wide col-6'><li class='active'><h2 class='t1'><a href='/a'>A</a></h2></li><li class='odd'><h2 class='t2'><a class='more' href='/b'>B</a></h2></li></ul></div></main>");
        Assert.Equal(["main ul.list.wide li h2 a", "main ul.list.wide li h2 a.more"], page.Links.Select(l => l.TagPath));
    }

    [Fact]
    public void A_long_tag_path_keeps_its_lower_end()
    {
        var page = TestPages.Html($"{string.Concat(Enumerable.Range(0, 40).Select(i => $"<section class='{(char)('a' + (i % 26))}'>"))}<a href='/a'>A</a>");
        var path = Assert.Single(page.Links).TagPath;
        Assert.Equal(12, path.Split(' ').Length);
        Assert.EndsWith("section.m section.n a", path, StringComparison.Ordinal);
        var wide = TestPages.Html($"{string.Concat(Enumerable.Repeat("<section class='abcdefghijklmnopqrst uvwxyzabcdefghijklmn'>", 9))}<a href='/a'>A</a>");
        Assert.InRange(Assert.Single(wide.Links).TagPath.Length, 100, 200);
    }

    [Fact]
    public void An_address_linked_by_a_picture_and_then_by_its_headline_has_the_headline()
    {
        var page = TestPages.Html(
            "<ul><li><a class='thumb' href='/a'><img src='a.png'></a><h3><a href='/a'>The headline</a></h3></li><li><a href='/b'>Before</a></li><li><a href='/a'>Later words</a></li></ul>");
        Assert.Equal(["https://news.example/a", "https://news.example/b"], page.Links.Select(l => l.Url));
        Assert.Equal("The headline", page.Links[0].Text);
        Assert.Equal("ul li h3 a", page.Links[0].TagPath);
    }

    [Fact]
    public void Around_a_headline_stand_the_words_of_its_own_entry_only()
    {
        var page = TestPages.Html(
            """
            <ul>
            <li><span>Economy</span> <h3><a href="/a">Bank raises rate</a></h3> <p>The key rate is at four per cent.</p> <a href="/more">More</a> unsaid</li>
            <li><h3><a href="/b">Cup is won</a></h3> <p>By a late goal.</p></li>
            </ul>
            """);
        Assert.Equal("Economy The key rate is at four per cent.", page.Links[0].Around);
        Assert.Equal("By a late goal.", page.Links[2].Around);
    }

    [Fact]
    public void Around_a_link_in_a_sentence_stands_the_sentence_shortened()
    {
        var page = TestPages.Html($"<p>{string.Concat(Enumerable.Repeat("before ", 60))}<a href='/a'>words</a>{string.Concat(Enumerable.Repeat(" after", 60))}</p>");
        var around = Assert.Single(page.Links).Around;
        Assert.InRange(around.Length, 190, 200);
        Assert.Contains("before after", around, StringComparison.Ordinal);
    }

    [Fact]
    public void Navigation_has_nothing_around_its_links() =>
        Assert.All(TestPages.Html("<nav>Sections <a href='/a'>A</a> <a href='/b'>B</a></nav>").Links.Skip(1), l => Assert.Equal("", l.Around));
}
