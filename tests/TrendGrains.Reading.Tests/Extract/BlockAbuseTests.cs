using System.Text;

namespace TrendGrains.Reading.Tests.Extract;

/// <summary>Pages that would cost far more than their size where blocks are cut: by walks over what was walked already.</summary>
public sealed class BlockAbuseTests
{
    private static readonly TimeSpan limit = TimeSpan.FromSeconds(60);

    private static readonly Dictionary<string, Func<string>> attacks = new()
    {
        ["many strings of markup in a state"] = () => "<script>window.s = [" + string.Concat(Enumerable.Range(0, 150_000).Select(i => $"\"<p><b id={i}></b></p> <p></p> <p></p>\",")) + "1]</script>",
        ["a state nested in itself"] = () => "<script>window.s = " + Repeat("{\"a\":", 500_000) + "</script>",
        ["strings in strings of a state"] = () => $"<script>window.s = [{string.Concat(Enumerable.Repeat("\"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\",", 100_000))}1]</script>",
        ["many captions in one figure"] = () => $"<article><p>{TestPages.Prose}</p><figure>{Repeat("<figcaption>a caption of one picture</figcaption>", 60_000)}</figure></article>",
        ["many hidden words in a line"] = () => "<p>" + Repeat("<span hidden>x<i>y</i></span>", 200_000),
        ["hidden lines around blocks"] = () => Repeat(Repeat("<span hidden>", 200) + Repeat("x ", 1000) + "<div>y</div>" + Repeat("</span>", 200), 500),
        ["words that touch, deep in spans"] = () => Repeat(Repeat("<span>", 200) + "Word" + Repeat("</span>", 200), 3_000),
        ["late parts that stand in each other"] = () => string.Concat(Enumerable.Range(0, 50_000).Select(i => $"<div hidden id=S:{i}><template id=B:{i + 1}></template>x</div>")) + "<template id=B:0></template>",
        ["shadows in shadows"] = () => Repeat("<x-a><template shadowrootmode=open><p>x</p>", 20_000),
    };

    public static TheoryData<string> Attacks => [.. attacks.Keys];

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task Is_read_within_bounds(string attack)
    {
        var body = Encoding.UTF8.GetBytes(attacks[attack]());
        Assert.True(body.Length <= PageReader.MaxBodyBytes, $"{attack}: {body.Length} bytes would be refused unread");
        var page = await Task.Run(() => new PageReader().Read(new RawPage("https://evil.example/", "text/html", null, body, TestPages.FetchedAt))).WaitAsync(limit);
        Assert.NotEqual("parser", page.Problem?.Code);
    }

    private static string Repeat(string what, int times) => new StringBuilder(what.Length * times).Insert(0, what, times).ToString();
}
