using System.Text.Json;
using TrendGrains.TestKit.Postgres;

namespace TrendGrains.EndToEnd.Tests;

/// <summary><c>sources add</c> of every kind, and what <c>sources check</c> then says.</summary>
public sealed class SourcesCheckTests
{
    [DatabaseFact]
    public async Task Adds_words_refuses_what_cannot_be_read_and_says_what_would_happen()
    {
        await using var place = await Workplace.CreateAsync();

        var news = await place.Executable.RunAsync(["sources", "add", "한국 경제", "--kind", "googlenews", "--language", "ko", "--region", "KR", "--id", "economy", "--paused", "--max-bytes", "1000000"]);
        var api = await place.Executable.RunAsync(["sources", "add", "r/korea", "--kind", "reddit", "--access", "api"]);
        var wrong = await place.Executable.RunAsync(["sources", "add", "r/korea", "--kind", "reddit", "--access", "crawl"]);
        var own = await place.Executable.RunAsync(["sources", "add", "http://127.0.0.1:9/feed", "--kind", "feed", "--id", "own", "--paused"]);
        var check = await place.Executable.RunAsync(["sources", "check", "--json"]);
        var one = await place.Executable.RunAsync(["sources", "check", "economy"]);
        var none = await place.Executable.RunAsync(["sources", "check", "nobody"]);

        Assert.Equal((0, 1, 1, 0), (news.ExitCode, api.ExitCode, wrong.ExitCode, own.ExitCode));
        Assert.Contains("TRENDGRAINS_REDDIT_CLIENT_ID and TRENDGRAINS_REDDIT_CLIENT_SECRET", api.Errors, StringComparison.Ordinal);
        Assert.Contains("kind reddit is read with access feed or api, not crawl.", wrong.Errors, StringComparison.Ordinal);
        Assert.Equal(1, check.ExitCode);
        using var first = JsonDocument.Parse(check.Lines.Single(l => l.Contains("\"economy\"", StringComparison.Ordinal)));
        Assert.Equal(
            ("google-news", "feed", "warning", "https://news.google.com/rss/search?q=%ED%95%9C%EA%B5%AD%20%EA%B2%BD%EC%A0%9C&hl=ko&gl=KR&ceid=KR:ko"),
            (Text(first, "kind"), Text(first, "access"), Text(first, "verdict"), Text(first, "first")));
        Assert.Contains("\"refused\"", check.Lines.Single(l => l.Contains("\"own\"", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal(0, one.ExitCode);
        Assert.StartsWith("warning  economy  googlenews by feed  first https://news.google.com/rss/search", one.Output, StringComparison.Ordinal);
        Assert.Equal(1, none.ExitCode);
        Assert.Contains("There is no source 'nobody'.", none.Errors, StringComparison.Ordinal);
    }

    private static string? Text(JsonDocument line, string name) => line.RootElement.GetProperty(name).GetString();
}
