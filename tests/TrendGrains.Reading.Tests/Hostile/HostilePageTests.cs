using System.Text;

namespace TrendGrains.Reading.Tests.Hostile;

/// <summary>Pages made to cost far more than their size. Unguarded, each of these takes minutes, gigabytes or the stack.</summary>
public sealed class HostilePageTests
{
    private static readonly TimeSpan limit = TimeSpan.FromSeconds(60);

    public static TheoryData<string> Attacks => [.. attacks.Keys];

    private static readonly Dictionary<string, Func<string>> attacks = new()
    {
        ["a million nested divs"] = () => Repeat("<div>", 1_000_000),
        ["a hundred thousand nested spans"] = () => Repeat("<span>", 100_000),
        ["nested inline and block"] = () => Repeat("<a href=x><div><b>", 50_000),
        ["unclosed formatting before many paragraphs"] = () => string.Concat(Enumerable.Range(0, 20_000).Select(i => $"<b id={i}>")) + Repeat("<p>x", 20_000),
        ["unclosed fonts"] = () => Repeat("<font color=red>", 300_000),
        ["end tags that match nothing"] = () => Repeat("<i>", 3_000) + Repeat("</b>", 500_000),
        ["misnested formatting"] = () => Repeat("<b><i><u></b></i>", 100_000),
        ["nested tables with stray text"] = () => Repeat("<table>x<tr>", 50_000),
        ["a million attributes"] = () => "<div " + string.Concat(Enumerable.Range(0, 1_000_000).Select(i => $"a{i} ")) + ">x",
        ["a million empty elements"] = () => Repeat("<p></p>", 1_200_000),
        ["nested lists"] = () => Repeat("<ul><li>x", 200_000),
        ["nested svg"] = () => Repeat("<svg><foreignObject>", 100_000),
        ["nested select"] = () => Repeat("<select><option>", 200_000),
        ["nested buttons"] = () => Repeat("<button><p>", 100_000),
        ["open angle brackets"] = () => Repeat("<", 5_000_000),
        ["ampersands"] = () => Repeat("&amp;&", 1_500_000),
        ["one long word"] = () => "<p>" + new string('x', 9_900_000),
        ["one long class"] = () => "<p class='" + new string('a', 5_000_000) + "'>x",
        ["deep JSON-LD"] = () => "<script type=application/ld+json>" + Repeat("[", 1_000_000) + "</script><p>x",
        ["an unclosed script"] = () => "<p>x<script>" + Repeat("<div>", 500_000),
        ["an unclosed comment"] = () => "<p>x<!--" + Repeat("<div>", 500_000),
        ["null bytes between words"] = () => "<p>" + Repeat("word \0", 500_000),
        ["a date that backtracks"] = () => $"<meta property='article:published_time' content='{new string('1', 5000)}'><p>x",
        ["many links"] = () => Repeat("<a href='/x?y=1'>z</a>", 300_000),
        ["many noscripts"] = () => Repeat("<noscript><div>", 100_000),
    };

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task Is_read_or_refused_within_bounds(string attack)
    {
        var body = Encoding.UTF8.GetBytes(attacks[attack]());
        Assert.True(body.Length <= PageReader.MaxBodyBytes, $"{attack}: {body.Length} bytes would be refused unread");
        var reading = Task.Run(() => new PageReader().Read(new RawPage("https://evil.example/", "text/html", null, body, TestPages.FetchedAt)));
        var page = await reading.WaitAsync(limit);
        Assert.NotEqual("parser", page.Problem?.Code);
        Assert.True(page.Links.Length <= 5000);
    }

    [Fact]
    public void Says_that_the_end_of_an_endless_page_was_left_out()
    {
        var page = TestPages.Html("<title>Begun</title><p>" + TestPages.Prose + Repeat("<p>x</p>", 500_000));
        Assert.Equal("truncated", page.Problem?.Code);
        Assert.False(page.Problem!.IsUnreadable);
        Assert.Equal("Begun", page.Title);
    }

    [Fact]
    public void Depth_is_cut_but_words_are_kept()
    {
        var page = TestPages.Html(Repeat("<div>", 2_000) + $"<p>{TestPages.Prose}</p>" + Repeat("</div>", 2_000) + "<footer>end</footer>");
        Assert.Contains("The council met", page.Text, StringComparison.Ordinal);
    }

    private static string Repeat(string what, int times) => new StringBuilder(what.Length * times).Insert(0, what, times).ToString();
}
