using System.Text.Json;
using TrendGrains.TestKit.Postgres;

namespace TrendGrains.EndToEnd.Tests;

/// <summary>Verbs that read a file and write JSON Lines, and what they say of bad input.</summary>
public sealed class VerbTests
{
    private static readonly Executable withoutDatabase = new(null, Path.GetTempPath());

    [Fact]
    public async Task An_unknown_verb_is_wrong_usage_and_is_named()
    {
        var outcome = await withoutDatabase.RunAsync(["frobnicate"]);

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("frobnicate", outcome.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("sources")]
    [InlineData("crawl")]
    [InlineData("import")]
    [InlineData("trends")]
    [InlineData("extract")]
    [InlineData("feed")]
    [InlineData("robots")]
    [InlineData("embed")]
    [InlineData("cluster")]
    [InlineData("evaluate")]
    public async Task Every_verb_has_help(string verb)
    {
        var outcome = await withoutDatabase.RunAsync([verb, "--help"]);

        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("Usage:", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_refuses_what_is_no_sources_id()
    {
        var outcome = await withoutDatabase.RunAsync(["import", "items.jsonl", "--source", "Not one!"]);

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("'Not one!'", outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Feed_that_is_no_xml_names_the_file_and_fails_without_stopping_the_rest()
    {
        var folder = Directory.CreateTempSubdirectory();
        var bad = Path.Combine(folder.FullName, "bad.xml");
        var good = Path.Combine(folder.FullName, "good.xml");
        await File.WriteAllTextAsync(bad, "this is no feed");
        await File.WriteAllTextAsync(good, "<rss version=\"2.0\"><channel><title>t</title><item><title>one</title><link>https://example.com/1</link></item></channel></rss>");

        var outcome = await withoutDatabase.RunAsync(["feed", bad, good]);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("bad.xml", outcome.Errors, StringComparison.Ordinal);
        Assert.Contains(outcome.Lines, l => l.Contains("https://example.com/1", StringComparison.Ordinal));
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Extract_reads_standard_input()
    {
        var outcome = await withoutDatabase.RunAsync(
            ["extract", "-"],
            "<html><head><title>항구</title></head><body><article><h1>항구</h1><p>태풍이 오기 전에 배들이 항구를 떠났다고 항만 관계자가 말했다. 어민들은 배를 고치며 날씨가 바뀌기를 기다렸다.</p></article></body></html>");

        Assert.True(outcome.ExitCode == 0, outcome.Errors);
        var page = JsonDocument.Parse(outcome.Lines.Single()).RootElement;
        Assert.Equal("ko", page.GetProperty("language").GetString());
        Assert.Contains("어민들은", page.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Embed_echoes_ids_and_names_the_line_that_is_wrong()
    {
        var outcome = await withoutDatabase.RunAsync(["embed"], "{\"id\":7,\"text\":\"storm at the coast\"}\nnot json\n{\"id\":\"b\",\"text\":\"태풍\"}\n");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains(":2:", outcome.Errors, StringComparison.Ordinal);
        Assert.Equal(2, outcome.Lines.Length);
        Assert.Equal(7, JsonDocument.Parse(outcome.Lines[0]).RootElement.GetProperty("id").GetInt32());
        Assert.Equal(128, JsonDocument.Parse(outcome.Lines[1]).RootElement.GetProperty("vector").GetArrayLength());
    }

    [Fact]
    public async Task A_line_longer_than_the_bound_is_passed_over_and_named()
    {
        var input = "{\"id\":1,\"text\":\"" + new string('a', 9_000_000) + "\"}\n{\"id\":2,\"text\":\"short\"}\n";

        var outcome = await withoutDatabase.RunAsync(["embed"], input);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains(":1: the line is longer than 8 MB", outcome.Errors, StringComparison.Ordinal);
        Assert.Single(outcome.Lines);
    }

    [DatabaseFact]
    public async Task Import_counts_and_names_file_and_line()
    {
        await using var place = await Workplace.CreateAsync();
        var file = place.Write("items.jsonl",
            """
            {"id":"1","url":"https://example.com/1","time":"2026-01-05T10:00:00+09:00","title":"항구에 태풍","text":"태풍이 왔다.","language":"ko"}
            {"url":"https://example.com/2","time":"yesterday","title":"t"}
            {"url":"https://example.com/3","time":"2026-01-05T10:00:00Z","title":"Storm","unknown":1}
            """);

        var outcome = await place.Executable.RunAsync(["import", file, "--json"]);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("items.jsonl:2: \"time\" 'yesterday' is not a date and time", outcome.Errors, StringComparison.Ordinal);
        var counts = JsonDocument.Parse(outcome.Lines.Single()).RootElement;
        Assert.Equal(2, counts.GetProperty("new").GetInt32());
        Assert.Equal(1, counts.GetProperty("errors").GetInt32());
    }

    [DatabaseFact]
    public async Task Importing_the_same_feed_twice_adds_nothing()
    {
        await using var place = await Workplace.CreateAsync();
        var file = place.Write("feed.xml", "<rss version=\"2.0\"><channel><title>t</title><item><title>one</title><link>https://example.com/1</link></item><item><title>no address</title></item></channel></rss>");

        await place.Executable.RunAsync(["import", file]);
        var again = await place.Executable.RunAsync(["import", file, "--json"]);

        Assert.Contains("no address", again.Errors, StringComparison.Ordinal);
        Assert.Equal(0, JsonDocument.Parse(again.Lines.Single()).RootElement.GetProperty("new").GetInt32());
        Assert.Equal(1, await place.CountAsync("SELECT count(*) FROM items"));
    }

    [DatabaseFact]
    public async Task Sources_come_from_opml_and_go_again()
    {
        await using var place = await Workplace.CreateAsync();
        var file = place.Write("list.opml",
            """
            <opml version="2.0"><body><outline text="News"><outline text="A" xmlUrl="https://a.example/feed"/>
            <outline text="B" xmlUrl="ftp://b.example/feed"/></outline></body></opml>
            """);

        var imported = await place.Executable.RunAsync(["sources", "import", file]);
        var listed = await place.Executable.RunAsync(["sources", "list", "--json"]);
        var removed = await place.Executable.RunAsync(["sources", "remove", "a-example-feed"]);
        var unknown = await place.Executable.RunAsync(["sources", "remove", "a-example-feed"]);

        Assert.Contains("1 added, 1 refused", imported.Output, StringComparison.Ordinal);
        Assert.Contains("list.opml:2", imported.Errors, StringComparison.Ordinal);
        Assert.Single(listed.Lines);
        Assert.Equal(0, removed.ExitCode);
        Assert.Equal(1, unknown.ExitCode);
    }
}
