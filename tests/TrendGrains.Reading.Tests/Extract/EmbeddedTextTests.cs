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
    public void A_story_that_begins_with_a_bracket_is_prose()
    {
        const string Story = "[서울=한빛] 홍길동 기자 = 시의회는 화요일 저녁 새 다리를 놓는 데 드는 돈을 두고 오래 토론한 끝에 여름이 가기 전에 주민들의 뜻을 묻기로 했다. 시장은 다리가 마을을 잇고 장터를 되살릴 것이라고 말했다. 주민들은 누가 그 돈을 낼 것인지 먼저 알고 싶다고 입을 모았다. 공사는 이듬해 봄에 시작해 두 해 동안 이어진다.";
        Assert.Equal($"{Story}\n\n{Second}", TestPages.Html($"{Shell}<script id=__NEXT_DATA__ type=application/json>{JsonSerializer.Serialize(new { id = new string('x', 400), body = Story, more = Second })}</script>").Text);
    }

    [Fact]
    public void The_body_of_broken_JSON_LD_is_read()
    {
        var text = $"{TestPages.Prose} {Second}";
        Assert.Equal(text, TestPages.Html($"<script type=application/ld+json>{{\"@type\": \"NewsArticle\", \"headline\": \"A \"new\" bridge\", \"articleBody\": \"{text}\"</script>{Shell}").Text);
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
