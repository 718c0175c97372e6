using System.Text;

namespace TrendGrains.Reading.Tests.Extract;

/// <summary>What <c>text</c> is, so that those who compare word runs, bags of words or literal snippets find what a reader sees.</summary>
public sealed class TextTests
{
    [Fact]
    public void Blocks_stand_in_reading_order_with_one_empty_line_between() =>
        Assert.Equal(
            $"{TestPages.Prose}\n\nWhat it costs\n\nOne million.\n\nstone\n\nwood\n\nYear\tSum\n2024\t10\n\n{TestPages.Prose}",
            TestPages.Article("<h2>What it costs</h2>\n\n<p>One   million.</p><ul><li>stone</li><li>wood</li></ul><table><tr><th>Year</th><th>Sum</th></tr><tr><td>2024</td><td>10</td></tr></table>").Text);

    [Fact]
    public void A_snippet_that_spans_inline_tags_is_found_literally() =>
        Assert.Contains(
            "the “old” bridge, built in 1874 by Anna Lee (twice), still stands",
            TestPages.Article("<p>the “<em>old</em>” <a href=/b>bridge</a>, built in <time>1874</time> by <strong>Anna</strong> <strong>Lee</strong> (<i>twice</i>), <u>still</u> stands</p>").Text,
            StringComparison.Ordinal);

    [Fact]
    public void Adjacent_cells_and_items_are_never_glued()
    {
        var text = TestPages.Article("<ul><li>one<li>two</ul><dl><dt>three<dd>four</dl><table><tr><td>five</td><td>six</td></tr><tr><td>seven</td><td>eight</td></tr></table>").Text;
        Assert.Contains("one\n\ntwo\n\nthree\n\nfour\n\nfive\tsix\nseven\teight", text, StringComparison.Ordinal);
    }

    [Fact]
    public void White_space_of_any_kind_is_one_space() =>
        Assert.Contains("\n\na b c d e\n\n", TestPages.Article("<p>\u00A0a \t\r\n b&nbsp;&nbsp;c\u3000d\u2028e\u200B </p>").Text, StringComparison.Ordinal);

    [Fact]
    public void Letters_are_composed_across_markup()
    {
        var text = TestPages.Article("<p>caf<b>e</b>&#x301; &#x1112;&#x1161;&#x11AB;</p>").Text;
        Assert.True(text.IsNormalized(NormalizationForm.FormC));
        Assert.Contains("café 한", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Captions_and_code_of_the_content_are_text()
    {
        var text = TestPages.Article("<figure><img src=/a.jpg alt=x><figcaption>The bridge in winter, seen from the hill</figcaption></figure><pre>let x = 1;\nlet y = 2;</pre>").Text;
        Assert.Contains("\n\nThe bridge in winter, seen from the hill\n\n", text, StringComparison.Ordinal);
        Assert.Contains("\n\nlet x = 1; let y = 2;\n\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_that_no_reader_sees_is_text()
    {
        var text = TestPages.Article("<p>seen<script>bad()</script><style>bad{}</style><template>bad</template><!-- bad --><svg><text>bad</text></svg><select><option>bad</select><textarea>bad</textarea></p>").Text;
        Assert.DoesNotContain("bad", text, StringComparison.Ordinal);
        Assert.Contains("\n\nseen\n\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_that_React_streams_late_is_read_in_its_place()
    {
        var page = TestPages.Html($"<main><p>{TestPages.Prose}</p><!--$?--><template id='B:0'></template><!--/$--><p>{TestPages.Prose} End.</p></main><div hidden id='S:0'><p>{TestPages.Prose} Late.</p></div>");
        Assert.Equal($"{TestPages.Prose}\n\n{TestPages.Prose} Late.\n\n{TestPages.Prose} End.", page.Text);
    }

    [Fact]
    public void A_shadow_root_is_read_as_what_it_shows() =>
        Assert.Contains("\n\nIn the shade of the bridge\n\nGiven to it by the page\n\n", TestPages.Article("<x-note><template shadowrootmode=open><p>In the shade of the bridge</p><slot></slot></template><p>Given to it by the page</p></x-note>").Text, StringComparison.Ordinal);

    [Fact]
    public void A_large_honest_page_is_read_to_its_end()
    {
        var page = TestPages.Html($"<article>{string.Concat(Enumerable.Range(0, 20_000).Select(i => $"<p>{TestPages.Prose} <b>Part</b> <i>{i}</i>.</p>"))}</article>");
        Assert.Null(page.Problem);
        Assert.EndsWith("Part 19999.", page.Text, StringComparison.Ordinal);
        Assert.Equal(20_000, page.Blocks.Length);
    }

    [Fact]
    public void An_iframe_in_a_noscript_that_is_never_closed_swallows_nothing() =>
        Assert.Contains("The council met", TestPages.Html($"<noscript><iframe src=/x /></noscript><article><p>{TestPages.Prose}</p><p>{TestPages.Prose}</p></article>").Text, StringComparison.Ordinal);
}
