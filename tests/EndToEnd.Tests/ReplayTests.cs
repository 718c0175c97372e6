using System.IO.Compression;
using System.Text;
using System.Text.Json;
using TrendGrains.TestKit.Postgres;

namespace TrendGrains.EndToEnd.Tests;

/// <summary><c>import</c> of recorded streams: order, times, sources, speed.</summary>
public sealed class ReplayTests
{
    [DatabaseFact]
    public async Task A_folder_of_streams_goes_in_strictly_in_order_of_time_over_files_and_sources()
    {
        await using var place = await Workplace.CreateAsync();
        var folder = Directory.CreateDirectory(Path.Combine(place.Folder, "recorded")).FullName;
        await File.WriteAllLinesAsync(Path.Combine(folder, "en.jsonl"), Enumerable.Range(0, 300)
            .Select(i => Headline(i % 2 == 0 ? "BBC News" : "New York Times", $"Headline number {i}", new DateTime(2025, 1, 1).AddHours(2 * ((i * 7) % 300)))));
        await using (var zipped = new GZipStream(File.Create(Path.Combine(folder, "ko.jsonl.gz")), CompressionMode.Compress))
        {
            foreach (var i in Enumerable.Range(0, 300))
            {
                await zipped.WriteAsync(Encoding.UTF8.GetBytes(Headline("한국경제", $"머리기사 {i}", new DateTime(2025, 1, 1, 1, 0, 0).AddHours(2 * i)) + "\n"));
            }
        }

        var outcome = await place.Executable.RunAsync(["import", folder, "--json"]);

        Assert.True(outcome.ExitCode == 0, outcome.Errors);
        Assert.Equal(600, JsonDocument.Parse(outcome.Lines.Single()).RootElement.GetProperty("new").GetInt32());
        Assert.Equal(600, await place.CountAsync("SELECT count(*) FROM items WHERE arrival_seq IS NOT NULL"));
        Assert.Equal(0, await place.CountAsync(
            "SELECT count(*) FROM (SELECT event_time < lag(event_time) OVER (ORDER BY arrival_seq) AS back FROM items) AS o WHERE back"));
        Assert.Equal(0, await place.CountAsync("SELECT count(*) FROM items WHERE event_time_clamped OR event_time <> fetched_at OR event_time <> published_at"));
        Assert.Equal(3, await place.CountAsync("SELECT count(DISTINCT source) FROM items"));
        Assert.Equal(1, await place.CountAsync("SELECT count(*) FROM sources WHERE title = '한국경제' AND kind = 'file'"));
        Assert.Equal(150, await place.CountAsync("SELECT count(*) FROM items WHERE source = 'bbc-news' AND url LIKE 'https://bbc-news.invalid/%'"));
    }

    [DatabaseFact]
    public async Task Items_without_a_time_from_the_future_and_ten_years_old_are_kept_and_recorded_as_what_they_are()
    {
        await using var place = await Workplace.CreateAsync();
        var file = place.Write("odd.jsonl",
            """
            {"id":"a","url":"https://example.com/a","time":"2026-01-05T10:00:00Z","title":"Storm at the coast"}
            {"id":"b","url":"https://example.com/b","title":"No time"}
            {"id":"c","url":"https://example.com/c","time":"2099-01-01T00:00:00Z","title":"From the future"}
            {"id":"d","url":"https://example.com/d","time":"2016-01-05T10:00:00Z","title":"Ten years old"}
            """);

        var outcome = await place.Executable.RunAsync(["import", file, "--json"]);

        Assert.Equal(2, JsonDocument.Parse(outcome.Lines.Single()).RootElement.GetProperty("untimed").GetInt32());
        Assert.Equal(2, await place.CountAsync("SELECT count(*) FROM items WHERE event_time_clamped AND event_time = '2026-01-05T10:00:00Z' AND url ~ '[bc]$'"));
        Assert.Equal(1, await place.CountAsync("SELECT count(*) FROM items WHERE NOT event_time_clamped AND event_time = '2016-01-05T10:00:00Z' AND arrival_seq = (SELECT min(arrival_seq) FROM items)"));
        Assert.Equal(0, await place.CountAsync("SELECT count(*) FROM items WHERE arrival_seq IS NULL"));
    }

    [DatabaseFact]
    public async Task The_same_item_from_five_sources_is_stored_once()
    {
        await using var place = await Workplace.CreateAsync();
        var file = place.Write("five.jsonl", string.Join('\n', Enumerable.Range(1, 5)
            .Select(i => $$"""{"url":"https://example.com/same?utm_source={{i}}","time":"2026-01-05T10:0{{i}}:00Z","title":"Storm","source":"wire-{{i}}"}""")));

        var outcome = await place.Executable.RunAsync(["import", file, "--json"]);

        Assert.Equal(1, JsonDocument.Parse(outcome.Lines.Single()).RootElement.GetProperty("new").GetInt32());
        Assert.Equal(1, await place.CountAsync("SELECT count(*) FROM items"));
        Assert.Equal(1, await place.CountAsync("SELECT count(*) FROM items WHERE source = 'wire-1'"));
    }

    [Theory]
    [InlineData("10001")]
    [InlineData("-1")]
    [InlineData("fast")]
    public async Task A_speed_out_of_range_is_wrong_usage(string speed)
    {
        var outcome = await new Executable(null, Path.GetTempPath()).RunAsync(["import", "x.jsonl", "--speed", speed]);

        Assert.Equal(2, outcome.ExitCode);
    }

    [DatabaseFact]
    public async Task At_a_given_speed_the_stream_takes_its_time()
    {
        await using var place = await Workplace.CreateAsync();
        var file = place.Write("paced.jsonl", string.Join('\n', Enumerable.Range(0, 4).Select(i => Headline("wire", $"Headline {i}", new DateTime(2025, 1, 1).AddHours(i)))));
        var began = TimeProvider.System.GetTimestamp();

        var outcome = await place.Executable.RunAsync(["import", file, "--speed", "10000"]);

        Assert.True(outcome.ExitCode == 0, outcome.Errors);
        Assert.True(TimeProvider.System.GetElapsedTime(began) > TimeSpan.FromHours(3) / 10_000);
        Assert.Equal(4, await place.CountAsync("SELECT count(*) FROM items"));
    }

    private static string Headline(string source, string headline, DateTime time) =>
        JsonSerializer.Serialize(new { first_seen = time.ToString("s"), source, headline });
}
