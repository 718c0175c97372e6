namespace TrendGrains.Reading.Tests.Extract;

public sealed class ContentTests
{
    [Theory]
    [InlineData("korean-news.html", "korean-news.txt", PageKinds.Article)]
    [InlineData("korean-news-euckr.html", "korean-news.txt", PageKinds.Article)]
    [InlineData("korean-news-euckr-unnamed.html", "korean-news.txt", PageKinds.Article)]
    [InlineData("article-with-comments.html", "article-with-comments.txt", PageKinds.Article)]
    [InlineData("documentation.html", "documentation.txt", PageKinds.Documentation)]
    public void Gives_exactly_the_text_that_a_reader_would(string file, string expected, string kind)
    {
        var page = TestPages.Stored(file);
        Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "TestData", expected)).TrimEnd('\n'), page.Text);
        Assert.Equal(kind, page.PageKind);
        Assert.Equal(kind == PageKinds.Article, page.IsArticle);
    }

    [Fact]
    public void Replies_are_content_on_a_forum()
    {
        var page = TestPages.Stored("forum.html", "https://forum.bakers.example/threads/bread.17/");
        Assert.Equal(PageKinds.Forum, page.PageKind);
        Assert.Contains("My dough stays flat", page.Text, StringComparison.Ordinal);
        Assert.Contains("old yeast is the commonest cause", page.Text, StringComparison.Ordinal);
        Assert.Contains("Salt kills yeast", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Privacy policy", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Links_are_content_on_a_list_of_stories()
    {
        var page = TestPages.Stored("listing.html", "https://news.example/news/");
        Assert.Equal(PageKinds.Listing, page.PageKind);
        Assert.False(page.IsArticle);
        Assert.Contains("Harbour wall repaired", page.Text, StringComparison.Ordinal);
        Assert.Contains("Ferry timetable", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Imprint", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_line_breaks_part_paragraphs_and_one_is_a_space() =>
        Assert.Contains("\n\none two\n\nthree\n\n", TestPages.Article("<div>one<br>two<br> <br/>three</div>").Text, StringComparison.Ordinal);

    [Fact]
    public void Inline_markup_is_flattened_without_gaps() =>
        Assert.Contains("\n\nH2O and E = mc2 here\n\n", TestPages.Article("<p>H<sub>2</sub>O and <b>E</b> = <i>mc</i><sup>2</sup>\n <a href=/x>here</a></p>").Text, StringComparison.Ordinal);

    [Fact]
    public void Scripts_styles_and_hidden_boxes_are_never_text()
    {
        var text = TestPages.Article("<script>var a='<p>bad</p>'</script><style>.bad{}</style><div style='display: none'>bad</div><div hidden>bad</div><template><p>bad</p></template>").Text;
        Assert.DoesNotContain("bad", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_closed_tab_is_text() =>
        Assert.Contains("Questions and answers about the bridge", TestPages.Article("<div role=tabpanel hidden><p>Questions and answers about the bridge</p></div>").Text, StringComparison.Ordinal);

    [Fact]
    public void Posts_given_only_to_readers_without_scripts_are_read()
    {
        var posts = string.Concat(Enumerable.Repeat($"<p>{TestPages.Prose}</p>", 4));
        Assert.Contains("The council met", TestPages.Html($"<body><div id=app></div><noscript><div>{posts}</div></noscript></body>").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_that_lays_out_the_page_is_no_table()
    {
        var page = TestPages.Html($"<table><tr><td><a href=/a>Menu</a></td><td><p>{TestPages.Prose}</p><p>{TestPages.Prose}</p><table><tr><td>x</td></tr></table></td></tr></table>");
        Assert.DoesNotContain("\t", page.Text, StringComparison.Ordinal);
        Assert.Contains("The council met", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Reading_twice_gives_the_same()
    {
        var first = TestPages.Stored("article-with-comments.html");
        var second = TestPages.Stored("article-with-comments.html");
        Assert.Equal(first.Text, second.Text);
        Assert.Equal(first.ArticleScore, second.ArticleScore);
        Assert.Equal(first.Links, second.Links);
    }
}
