using System.Net;
using System.Text.Json;
using TrendGrains.TestKit.Postgres;

namespace TrendGrains.EndToEnd.Tests;

/// <summary>From items to the page: the board, its stream, a trend's page, the verb <c>trends</c>.</summary>
public sealed class TrendPageTests
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(60);

    [DatabaseFact]
    public async Task A_trend_comes_to_the_page_by_itself_and_can_be_opened()
    {
        await using var place = await Workplace.CreateAsync();
        await using var serve = await Serve.StartAsync(place.Executable);
        Assert.Contains("Nothing to read yet", await serve.GetAsync("/"), StringComparison.Ordinal);
        using var korean = new StreamReader(await serve.OpenAsync("/trends/stream?language=ko"));
        using var all = new StreamReader(await serve.OpenAsync("/trends/stream"));

        await ImportAsync(place, "ferry.jsonl", "en", "Ferry Sea & Sky runs aground off Millport", "a", "b", "c");
        await ImportAsync(place, "storm.jsonl", "ko", "부산항에 태풍 상륙, 어선 피항", "a", "b");

        var board = await BoardWithAsync(all, "Ferry", "태풍");
        Assert.Contains("Ferry Sea &amp; Sky runs aground off Millport</a></h2>", board, StringComparison.Ordinal);
        Assert.Contains("<b>3</b> sources", board, StringComparison.Ordinal);
        Assert.DoesNotContain("Ferry", await BoardWithAsync(korean, "태풍"), StringComparison.Ordinal);
        Assert.Contains("태풍 상륙", await serve.GetAsync("/?language=ko"), StringComparison.Ordinal);

        var lines = (await place.Executable.RunAsync(["trends", "--json"])).Lines;
        var ferry = JsonDocument.Parse(lines[0]).RootElement;
        Assert.Equal(2, lines.Length);
        Assert.Equal(["id", "label", "language", "stage", "score", "rank", "items", "sources", "firstSeen", "lastSeen", "keywords", "topic", "tone", "severity"], ferry.EnumerateObject().Select(p => p.Name));
        Assert.Equal(1, ferry.GetProperty("rank").GetInt32());
        Assert.Equal(3, ferry.GetProperty("items").GetInt32());
        Assert.Single((await place.Executable.RunAsync(["trends", "--json", "--language", "ko"])).Lines);

        var page = await serve.GetAsync($"/trends/{ferry.GetProperty("id").GetString()}");
        Assert.Contains("began the trend", page, StringComparison.Ordinal);
        Assert.Contains("why it belongs", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await serve.StatusAsync($"/trends/{Guid.Empty}"));

        // Open streams do not hold a stop up.
        Assert.Equal(0, await serve.StopAsync());
    }

    [DatabaseFact]
    public async Task A_browser_that_shows_the_board_already_is_sent_nothing_until_it_changes()
    {
        await using var place = await Workplace.CreateAsync();
        await using var serve = await Serve.StartAsync(place.Executable);
        await ImportAsync(place, "ferry.jsonl", "en", "Ferry runs aground off Millport harbour", "a", "b", "c");
        using var first = new StreamReader(await serve.OpenAsync("/trends/stream"));
        var shown = Version(await BoardWithAsync(first, "Ferry"));

        using var second = new StreamReader(await serve.OpenAsync($"/trends/stream?have={shown}"));
        await ImportAsync(place, "vote.jsonl", "en", "Parliament rejects the water bill in a late vote", "a", "b");

        // The first board it gets is a later one.
        Assert.NotEqual(shown, Version(await NextBoardAsync(second)));
    }

    [DatabaseFact]
    public async Task Nothing_but_our_own_files_may_run_on_the_page()
    {
        await using var place = await Workplace.CreateAsync();
        await using var serve = await Serve.StartAsync(place.Executable);

        var page = await serve.GetAsync("/");
        var scripts = page.Split("<script")[1..];

        Assert.StartsWith(" src=\"/assets/board.js?v=", Assert.Single(scripts), StringComparison.Ordinal);
        Assert.DoesNotContain("style=", page, StringComparison.Ordinal);
        Assert.Contains("EventSource", await serve.GetAsync("/assets/board.js"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await serve.StatusAsync("/assets/..%2fserve.json"));
        Assert.Equal(HttpStatusCode.NotFound, await serve.StatusAsync("/trends/stream?language=xx"));
        Assert.Equal(HttpStatusCode.NotFound, await serve.StatusAsync("/trends/stream?topic=weather"));
    }

    private static async Task ImportAsync(Workplace place, string file, string language, string title, params string[] sources)
    {
        var lines = sources.Select((source, i) => JsonSerializer.Serialize(new
        {
            url = $"https://{source}.example/{file}/{i}",
            time = $"2026-01-05T10:0{i}:00Z",
            title,
            text = $"{title}. {title}.",
            language,
            source,
        }));
        var outcome = await place.Executable.RunAsync(["import", place.Write(file, string.Join('\n', lines) + "\n")]);
        Assert.True(outcome.ExitCode == 0, outcome.Errors);
    }

    /// <summary>Reads boards until one has all the words.</summary>
    private static async Task<string> BoardWithAsync(StreamReader stream, params string[] words)
    {
        while (true)
        {
            var board = await NextBoardAsync(stream);
            if (words.All(word => board.Contains(word, StringComparison.Ordinal)))
            {
                return board;
            }
        }
    }

    private static async Task<string> NextBoardAsync(StreamReader stream)
    {
        var message = new List<string>();
        while (true)
        {
            var line = await stream.ReadLineAsync().WaitAsync(patience) ?? throw new EndOfStreamException($"The stream ended after {string.Join('\n', message)}");
            if (line.Length > 0)
            {
                message.Add(line);
            }
            else if (message.Contains("event: board"))
            {
                return string.Join('\n', message);
            }
            else
            {
                message.Clear();
            }
        }
    }

    private static string Version(string message) => message.Split("id: ")[1].Split('\n')[0];
}
