using TrendGrains.Reading.Extract;
using TrendGrains.Reading.Markup;

namespace TrendGrains.Reading.Tests.Extract;

public sealed class WordGapTests
{
    [Theory]
    [InlineData("<p><b>H</b>ello</p>", "Hello")]
    [InlineData("<p><span class=dropcap>O</span>nce upon</p>", "Once upon")]
    [InlineData("<p><span>T</span><span>here</span></p>", "There")]
    [InlineData("<p><span style=x>includin</span><span style=x>g more</span></p>", "including more")]
    [InlineData("<p>on the 1<sup>st</sup> of May</p>", "on the 1st of May")]
    [InlineData("<p>H<sub>2</sub>O</p>", "H2O")]
    [InlineData("<p>two table<a href=x>s</a></p>", "two tables")]
    [InlineData("<p><a href=x>business</a>es</p>", "businesses")]
    [InlineData("<p><em>re</em>ad</p>", "read")]
    [InlineData("<p>in<wbr>divisible</p>", "indivisible")]
    [InlineData("<p>soft&shy;hyphen zero&#8203;width</p>", "softhyphen zerowidth")]
    [InlineData("<p><code><span class=n>foo</span><span class=k>Bar</span></code></p>", "fooBar")]
    [InlineData("<p>99<!-- --> comment<!-- -->s</p>", "99 comments")]
    [InlineData("<p>example.<span>com</span></p>", "example.com")]
    public void Words_that_are_only_marked_up_stay_whole(string markup, string expected) => Assert.Equal(expected, Only(markup));

    [Theory]
    [InlineData("<p><b>one</b> <i>two</i></p>", "one two")]
    [InlineData("<p>one<!-- --> <!-- --><b>two</b></p>", "one two")]
    [InlineData("<p><x-part>one</x-part> <x-part>two</x-part></p>", "one two")]
    [InlineData("<p>one<br>two</p>", "one two")]
    [InlineData("<p>one<img src=x>two</p>", "one two")]
    [InlineData("<div><span>Title</span><span>Price</span></div>", "Title Price")]
    [InlineData("<div><span>La Sportiva</span><span>Ultra Raptor</span></div>", "La Sportiva Ultra Raptor")]
    [InlineData("<div><span class=c>$19.99</span><span class=c>$9.99</span></div>", "$19.99 $9.99")]
    [InlineData("<div><span class=label>all ratings</span><span class=value>selected</span></div>", "all ratings selected")]
    [InlineData("<div><a href=x>news</a><a href=y>sport</a></div>", "news sport")]
    [InlineData("<div><label>black</label><label>white</label></div>", "black white")]
    [InlineData("<div><x-item>one</x-item><x-item>two</x-item></div>", "one two")]
    [InlineData("<p>New Listing<span>GABBIE</span></p>", "New Listing GABBIE")]
    [InlineData("<p>wallet address<sup><a href=#n4>4</a></sup> and</p>", "wallet address 4 and")]
    public void Boxes_without_a_space_between_them_are_parted(string markup, string expected) => Assert.Equal(expected, Only(markup));

    [Theory]
    [InlineData("<p><a href=x>서울</a>은 <b>큰</b>도시다</p>", "서울은 큰도시다")]
    [InlineData("<p><span style=x>안녕하</span><span style=y>세요</span></p>", "안녕하세요")]
    [InlineData("<p><b>東京</b><a href=x>駅</a><span>前</span></p>", "東京駅前")]
    [InlineData("<p><a href=x>中华</a><a href=y>人民</a></p>", "中华人民")]
    public void Inline_markup_adds_no_space_to_Korean_Japanese_and_Chinese(string markup, string expected) => Assert.Equal(expected, Only(markup));

    private static string Only(string markup) => string.Join("\n\n", BlockBuilder.Build(PageTree.Of(HtmlSource.Parse(markup, out _).Body!).Nodes).Select(b => b.Text));
}
