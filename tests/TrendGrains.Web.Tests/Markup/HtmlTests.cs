using TrendGrains.Web.Markup;

namespace TrendGrains.Web.Tests.Markup;

public sealed class HtmlTests
{
    [Fact]
    public void Text_put_into_markup_is_encoded_and_markup_is_not()
    {
        var inner = Html.Of($"<b>{"a < b & \"c\""}</b>");

        Assert.Equal("<p title=\"&lt;script&gt;&#x27;\"><b>a &lt; b &amp; &quot;c&quot;</b></p>", Html.Of($"<p title=\"{"<script>'"}\">{inner}</p>").ToString());
    }

    [Fact]
    public void Korean_stays_readable() => Assert.Equal("<i>태풍</i>", Html.Of($"<i>{"태풍"}</i>").ToString());

    [Fact]
    public void Nothing_is_nothing() => Assert.Equal("<p></p>", Html.Of($"<p>{(string?)null}{Html.Empty}</p>").ToString());

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("//example.com/x")]
    [InlineData("file:///etc/passwd")]
    [InlineData(null)]
    public void What_is_no_web_address_is_never_a_link(string? url) =>
        Assert.Equal("<span>t</span>", WebAddress.Link(url, Html.Of($"t")).ToString());

    [Theory]
    [InlineData("https://img.example.com/1.jpg", "https://www.example.com/story", true)]
    [InlineData("http://127.0.0.1:8001/1.png", "http://127.0.0.1:8001/story", true)]
    [InlineData("https://tracker.example/1.gif", "https://www.example.com/story", false)]
    [InlineData("https://notexample.com/1.gif", "https://example.com/story", false)]
    [InlineData("data:image/png;base64,AA", "https://example.com/story", false)]
    public void A_picture_is_of_its_items_host_or_below_it(string picture, string page, bool expected) =>
        Assert.Equal(expected, WebAddress.IsOfHost(picture, page));
}
