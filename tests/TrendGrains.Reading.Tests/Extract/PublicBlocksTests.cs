namespace TrendGrains.Reading.Tests.Extract;

public sealed class PublicBlocksTests
{
    [Fact]
    public void Blocks_are_the_text_in_its_order_but_for_the_lines_of_code()
    {
        var page = TestPages.Article("<h2>A heading</h2><ul><li>one</li></ul><pre>a\n b</pre><blockquote><p>said</p></blockquote>");
        Assert.Equal(["paragraph", "heading", "list-item", "code", "quote", "paragraph"], page.Blocks.Select(b => b.Kind));
        Assert.Equal(page.Text.Split("\n\n"), page.Blocks.Select(b => b.Kind == "code" ? "a b" : b.Text));
        Assert.Equal("a\n b", page.Blocks[3].Text);
    }

    [Fact]
    public void Headings_have_their_level_and_items_their_depth()
    {
        var page = TestPages.Article("<h3>Third <em>level</em></h3><ul><li>one<ol><li>inner</li></ol></li></ul><blockquote>a<blockquote>b</blockquote></blockquote>");
        Assert.Equal([("Third level", 3), ("one", 1), ("inner", 2), ("a", 1), ("b", 2)], page.Blocks.Where(b => b.Level is not null).Select(b => (b.Text, b.Level!.Value)));
    }

    [Fact]
    public void Blocks_out_of_a_page_s_data_keep_level_and_lines_too()
    {
        var body = $"<h3>Third level</h3><p>{TestPages.Prose}</p><ul><li>one<ul><li>inner</li></ul></li></ul><pre>a\n b</pre><p>{TestPages.Prose} And more.</p>";
        var json = System.Text.Json.JsonSerializer.Serialize(new Dictionary<string, string> { ["@type"] = "NewsArticle", ["articleBody"] = body });
        var page = TestPages.Html($"<title>T</title><script type=application/ld+json>{json}</script><div id=app></div>");

        Assert.Equal([("Third level", 3), ("one", 1), ("inner", 2)], page.Blocks.Where(b => b.Level is not null).Select(b => (b.Text, b.Level!.Value)));
        Assert.Equal("a\n b", Assert.Single(page.Blocks, b => b.Kind == "code").Text);
    }

    [Fact]
    public void A_table_has_its_cells()
    {
        var table = Assert.Single(TestPages.Article("<table><tr><th>Year</th><th>Sum</th></tr><tr><td>2024</td><td>10</td></tr></table>").Blocks, b => b.Kind == "table");
        Assert.Equal([["Year", "Sum"], ["2024", "10"]], table.Rows!);
    }

    [Fact]
    public void Code_names_its_language()
    {
        var page = TestPages.Article("<pre><code class='hljs language-Rust'>fn main() {}</code></pre><div class='highlight highlight-source-python'><pre>print(1)</pre></div><pre>plain</pre>");
        Assert.Equal(["rust", "python", null], page.Blocks.Where(b => b.Kind == "code").Select(b => b.Language));
    }

    [Fact]
    public void A_caption_names_its_picture()
    {
        var caption = Assert.Single(TestPages.Article("<figure><img src=/bridge.jpg><figcaption>The old bridge over the river in winter</figcaption></figure>").Blocks, b => b.Kind == "caption");
        Assert.Equal("https://news.example/bridge.jpg", caption.Picture);
    }

    [Fact]
    public void Plain_text_has_blocks_too()
    {
        var page = new PageReader().Read(new RawPage(null, "text/plain", null, "one\n\ntwo\nthree"u8.ToArray(), null));
        Assert.Equal([new PageBlock("paragraph", "one"), new PageBlock("paragraph", "two three")], page.Blocks);
    }
}
