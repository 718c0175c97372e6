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

    [Theory]
    [InlineData("<p><span>Sat, Nov 02, 04:33 AM</span><span class=x>Sat, Nov 02, 04:33 AM</span></p>", "Sat, Nov 02, 04:33 AM")]
    [InlineData("<p>Price: 19 won <b>Price: 19 won</b></p>", "Price: 19 won")]
    [InlineData("<p>ha ha</p>", "ha ha")]
    [InlineData("<p>bye bye bye bye</p>", "bye bye bye bye")]
    [InlineData("<p>----------------</p>", "----------------")]
    public void A_line_written_twice_for_two_kinds_of_readers_is_read_once(string markup, string expected) => Assert.Equal(expected, Assert.Single(Of(markup)).Text);

    [Fact]
    public void Random_identifiers_are_no_text()
    {
        const string decoy = "303097ac-d3e5-41e1-baf5-303640756ebf";
        Assert.Equal(["Key: " + decoy + " is what the invoice of last month was found under"], Of($"<p>9 {decoy} X {decoy}</p><p>Key: {decoy} is what the invoice of last month was found under</p>").Select(b => b.Text));
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
