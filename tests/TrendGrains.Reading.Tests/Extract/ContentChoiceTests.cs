using System.Text;

namespace TrendGrains.Reading.Tests.Extract;

/// <summary>Reading as it is served: with the models of the models folder.</summary>
public sealed class ContentChoiceTests(ServedModels served) : IClassFixture<ServedModels>
{
    private static readonly string[] stored = ["article-with-comments.html", "documentation.html", "forum.html", "korean-news.html", "listing.html"];

    [Fact]
    public async Task The_same_bytes_give_the_same_text_on_any_thread()
    {
        var alone = stored.ToDictionary(f => f, f => Read(TestPages.Bytes(f)).Text);
        await Parallel.ForEachAsync(Enumerable.Range(0, 40), (i, _) =>
        {
            var file = stored[i % stored.Length];
            Assert.Equal(alone[file], Read(TestPages.Bytes(file)).Text);
            return ValueTask.CompletedTask;
        });
    }

    [Fact]
    public void Keeps_the_article_and_leaves_its_comments()
    {
        var text = Read(TestPages.Bytes("article-with-comments.html")).Text;
        var wanted = Encoding.UTF8.GetString(TestPages.Bytes("article-with-comments.txt"));
        Assert.True(TrendGrains.Reading.Evaluation.WordF1.Of(text, wanted).F1 > 0.95, text);
    }

    [Fact]
    public void Keeps_the_Korean_article()
    {
        var wanted = Encoding.UTF8.GetString(TestPages.Bytes("korean-news.txt"));
        foreach (var file in new[] { "korean-news.html", "korean-news-euckr.html" })
        {
            var text = Read(TestPages.Bytes(file)).Text;
            Assert.True(TrendGrains.Reading.Evaluation.WordF1.Of(text, wanted).F1 > 0.9, text);
        }
    }

    [Fact]
    public void An_empty_page_has_no_content() => Assert.Equal("", Read("<html><body></body></html>"u8.ToArray()).Text);

    [Fact]
    public void Without_models_the_rules_decide_and_the_reason_is_told()
    {
        Exception? told = null;
        using var models = PageModels.LoadOrNone(fault => told = fault, Path.Combine(AppContext.BaseDirectory, "no-such-folder"));
        Assert.Contains("no-such-folder", told?.Message, StringComparison.Ordinal);
        Assert.Equal(
            TestPages.Stored("documentation.html").Text,
            new PageReader(models).Read(new RawPage("https://news.example/2026/05/20/story.html", "text/html", null, TestPages.Bytes("documentation.html"), TestPages.FetchedAt)).Text);
    }

    private ReadPage Read(byte[] body) => served.Reader.Read(new RawPage("https://news.example/2026/05/20/story.html", "text/html", null, body, TestPages.FetchedAt));
}
