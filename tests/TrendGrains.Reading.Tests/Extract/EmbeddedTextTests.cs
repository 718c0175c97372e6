using System.Text.Json;

namespace TrendGrains.Reading.Tests.Extract;

public sealed class EmbeddedTextTests
{
    private const string Shell = "<body><div id=root></div><noscript>Please turn scripts on.</noscript>";
    private const string Second = "A second paragraph tells what the bridge is for, who will pay for it, and when the first carts will cross the river.";

    [Fact]
    public void The_body_in_JSON_LD_is_read_where_the_page_shows_none()
    {
        var json = JsonSerializer.Serialize(new { type = "NewsArticle", articleBody = $"{TestPages.Prose}\n\n{Second}" });
        Assert.Equal($"{TestPages.Prose}\n\n{Second}", TestPages.Html($"<script type=application/ld+json>{json}</script>{Shell}").Text);
    }

    [Theory]
    [InlineData("<script id=__NEXT_DATA__ type=application/json>{0}</script>")]
    [InlineData("<script>window.__INITIAL_STATE__ = {0};window.done=1;</script>")]
    [InlineData("<script type=text/json>{0}</script>")]
    public void Prose_in_the_state_of_an_application_is_read_where_the_page_shows_none(string script)
    {
        var filler = string.Concat(Enumerable.Repeat("x", 400));
        var json = JsonSerializer.Serialize(new { id = filler, translations = new { hint = Second + " Never shown." }, page = new { title = "T", html = $"<p>{TestPages.Prose}</p><p>One &amp; two</p>", text = Second } });
        Assert.Equal($"{TestPages.Prose}\n\nOne & two\n\n{Second}", TestPages.Html(Shell + script.Replace("{0}", json, StringComparison.Ordinal)).Text);
    }

    [Fact]
    public void A_forum_that_keeps_its_first_answer_in_an_attribute_is_read()
    {
        var topic = JsonSerializer.Serialize(new { topic_7 = JsonSerializer.Serialize(new { posts = new[] { new { cooked = $"<p>{TestPages.Prose}</p>" }, new { cooked = $"<p>{Second}</p>" } } }) });
        Assert.Equal($"{TestPages.Prose}\n\n{Second}", TestPages.Html($"{Shell}<div id=data-preloaded data-preloaded=\"{System.Net.WebUtility.HtmlEncode(topic)}\"></div>").Text);
    }

    [Fact]
    public void The_preview_is_better_than_nothing() =>
        Assert.Equal(Second, TestPages.Html($"<meta property='og:description' content='{Second}'>{Shell}").Text);

    [Fact]
    public void A_page_that_shows_its_text_is_read_as_it_shows_it()
    {
        var json = JsonSerializer.Serialize(new { articleBody = TestPages.Prose + Second + Second });
        var page = TestPages.Html($"<script type=application/ld+json>{json}</script><article><p>{TestPages.Prose}</p><p>{TestPages.Prose}</p></article>");
        Assert.Equal($"{TestPages.Prose}\n\n{TestPages.Prose}", page.Text);
    }

    [Theory]
    [InlineData("<script>window.a = {\"text\": \"")]
    [InlineData("<script type=application/json>[1,2,</script>")]
    [InlineData("<script>window.x = [\"\\ud800 lone\"]</script>")]
    public void Broken_state_is_passed_over(string script) => Assert.Null(TestPages.Html(Shell + script + new string(' ', 600)).Problem);
}
