using TrendGrains.Reading.Extract;
using TrendGrains.Reading.Markup;

namespace TrendGrains.Reading.Tests.Extract;

public sealed class BlockBuilderTests
{
    [Fact]
    public void Hidden_words_in_a_line_become_a_block_of_their_own()
    {
        var blocks = Of("<p>Price: $5<span class=sr-only>Price: $5</span> a kilo</p><p>next</p>");
        Assert.Equal(["Price: $5 a kilo", "Price: $5", "next"], blocks.Select(b => b.Text));
        Assert.Equal([false, true, false], blocks.Select(b => b.IsAside));
    }

    [Fact]
    public void A_button_is_a_block_of_its_own_but_for_one_that_is_a_heading()
    {
        var blocks = Of("<h3><button>What does it cost?</button></h3><p>Nothing <button>Copy</button> at all</p>");
        Assert.Equal([(BlockKind.Heading, "What does it cost?"), (BlockKind.Paragraph, "Nothing"), (BlockKind.Paragraph, "Copy"), (BlockKind.Paragraph, "at all")], blocks.Select(b => (b.Kind, b.Text)));
    }

    [Fact]
    public void Cells_of_a_table_are_apart_and_rows_are_lines()
    {
        var block = Assert.Single(Of("<table><tr><th>Year</th><th>Sum</th></tr><tr><td>2024</td><td><b>1</b>0<br>won</td></tr><tr><td></td><td></td></tr></table>"));
        Assert.Equal(BlockKind.Table, block.Kind);
        Assert.Equal("Year\tSum\n2024\t10 won", block.Text);
    }

    [Fact]
    public void Code_keeps_its_lines_and_its_text_is_folded()
    {
        var block = Assert.Single(Of("<pre><code class='language-rust'>fn main() {\n<span>    </span><span>let</span> <span>x</span> = 1;  \n\n\n}\n</code></pre>"));
        Assert.Equal("fn main() {\n    let x = 1;\n\n\n}", block.Code);
        Assert.Equal("fn main() { let x = 1; }", block.Text);
    }

    [Fact]
    public void White_space_between_marked_up_lines_of_code_is_kept()
    {
        var block = Assert.Single(Of("<pre><span>a</span>\n  <span>b</span>\n<div>c</div><div>d</div></pre>"));
        Assert.Equal("a\n  b\nc\nd", block.Code);
    }

    [Fact]
    public void Line_numbers_are_no_code()
    {
        var blocks = Of("<table><tr><td><pre>1\n2\n3\n4\n</pre></td><td><pre><span class=lineno>1 </span>a = 1\n<span class=lineno>2 </span>b = 2</pre></td></tr></table>");
        Assert.Equal("a = 1\nb = 2", blocks.Single().Code);
    }

    private static List<Block> Of(string markup) => BlockBuilder.Build(PageTree.Of(HtmlSource.Parse(markup, out _).Body!).Nodes);
}
