using System.Globalization;
using System.Text.Json;
using TrendGrains.TestKit.Postgres;

namespace TrendGrains.EndToEnd.Tests;

/// <summary>
/// SIGKILL between the two durable points: a batch is stored, its models are at work, nothing of what they said is. In the end every item has
/// what an undisturbed run gives it, once.
/// </summary>
public sealed class KilledIngestTests
{
    private const string Channel = "accepted";
    private const int Items = 900;

    [DatabaseFact]
    public async Task A_process_killed_while_models_are_at_work_loses_no_result_and_stores_none_twice()
    {
        await using var calm = await Workplace.CreateAsync();
        await using var killed = await Workplace.CreateAsync();
        var lines = Stories();
        await ImportAsync(calm, calm.Write("stories.jsonl", lines));

        var file = killed.Write("stories.jsonl", lines);
        await PrepareAsync(killed);
        var midway = 0L;
        foreach (var batches in new[] { 1, 2, 3, 1, 2 })
        {
            await KillAsync(killed, file, batches);
            midway += await killed.CountAsync("SELECT count(*) FROM items WHERE state = 'accepted'");
        }

        Assert.True(midway > 0, "no kill came between the two durable points");
        await ImportAsync(killed, file);

        Assert.Equal(await UnderstoodAsync(calm), await UnderstoodAsync(killed));
        var (scores, again) = (await ScoresAsync(calm), await ScoresAsync(killed));
        Assert.Equal(scores.Length, again.Length);
        Assert.All(scores.Zip(again), pair => Assert.Equal(pair.First, pair.Second, 0.001));
        Assert.Equal(Items, await killed.CountAsync("SELECT count(*) FROM items WHERE state = 'understood'"));
        Assert.Equal(Items, await killed.CountAsync("SELECT count(DISTINCT arrival_seq) FROM items"));
        Assert.Equal(Items, await killed.CountAsync("SELECT count(*) FROM item_vectors_text_128"));
        Assert.Equal(
            await killed.CountAsync("SELECT count(*) FROM arrivals"),
            await killed.CountAsync("SELECT count(*) FROM trend_items t JOIN arrivals a USING (item_id, seq)"));
        Assert.Equal(await MembersAsync(calm), await MembersAsync(killed));
    }

    /// <summary>Stories of several sources, so that some make trends; every line is another text.</summary>
    private static string Stories()
    {
        string[] places = ["Millport", "Haeso", "Gamoe", "Port Elen", "Durim", "Lubel", "Casto", "Narae"];
        string[] events = ["a ferry runs aground", "the bank raises its rate", "a bridge is closed after a fire", "the team wins the cup", "parliament rejects the water bill"];
        return string.Join('\n', Enumerable.Range(0, Items).Select(i => JsonSerializer.Serialize(new
        {
            url = $"https://{(char)('a' + (i % 7))}.example/{i}",
            time = $"2026-01-05T{i / 60 % 24:00}:{i % 60:00}:00Z",
            title = $"In {places[i / 7 % places.Length]} {events[i / 56 % events.Length]}",
            text = $"Officials in {places[i / 7 % places.Length]} said on Monday that {events[i / 56 % events.Length]}. It is report number {i}. More than {i * 3} people were told of it.",
            language = "en",
            source = $"paper-{(char)('a' + (i % 7))}",
        }))) + "\n";
    }

    /// <summary>The tables are made, and whoever stores a batch says so when that is durable.</summary>
    private static async Task PrepareAsync(Workplace place)
    {
        var made = await place.Executable.RunAsync(["trends"]);
        Assert.True(made.ExitCode == 0, made.Errors);
        await using var command = place.Database.DataSource.CreateCommand(
            $"""
            CREATE FUNCTION tell_accepted() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_notify('{Channel}', txid_current()::text); RETURN NULL; END $$;
            CREATE TRIGGER tell_accepted AFTER INSERT ON pages REFERENCING NEW TABLE AS stored FOR EACH STATEMENT EXECUTE FUNCTION tell_accepted();
            """);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Imports until so many batches were accepted, and at once no further.</summary>
    private static async Task KillAsync(Workplace place, string file, int batches)
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        await using var connection = await place.Database.DataSource.OpenConnectionAsync();
        var accepted = new HashSet<string>();
        connection.Notification += (_, told) => accepted.Add(told.Payload);
        await using (var listen = new Npgsql.NpgsqlCommand($"LISTEN {Channel}", connection))
        {
            await listen.ExecuteNonQueryAsync();
        }

        using var process = place.Executable.Start("import", file);
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => stop.Cancel();
        try
        {
            while (accepted.Count < batches)
            {
                await connection.WaitAsync(stop.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // It has ended: nothing was left to accept.
        }

        process.Kill();
        await process.WaitForExitAsync();
    }

    private static async Task ImportAsync(Workplace place, string file)
    {
        var import = await place.Executable.RunAsync(["import", file]);
        Assert.True(import.ExitCode == 0, import.Errors);
    }

    /// <summary>
    /// All that models and rules said of each item. Reasons of severity are left out: which items have them is a matter of time, and so is a score's last digit,
    /// of which texts shared a run.
    /// </summary>
    private static Task<string[]> UnderstoodAsync(Workplace place) => place.LinesAsync(
        """
        SELECT concat_ws(' | ', i.url, i.state, i.title, i.text_hash, i.language, i.page_kind, i.is_article, i.is_advert, i.topic, i.summary,
            (SELECT string_agg(concat_ws(' ', d ->> 'task', d ->> 'label', d ->> 'version'), ', ') FROM jsonb_array_elements(i.decisions) d), i.keywords, i.missing, v.model, v.version, v.embedding)
        FROM items i LEFT JOIN item_vectors_text_128 v ON v.item_id = i.id ORDER BY i.url COLLATE "C"
        """);

    private static async Task<double[]> ScoresAsync(Workplace place) => [.. (await place.LinesAsync(
        """
        SELECT n.score::text FROM items i CROSS JOIN LATERAL (VALUES (1, i.topic_score), (2, i.tone), (3, i.severity), (4, i.advert_score)) AS n (place, score)
        WHERE n.score IS NOT NULL ORDER BY i.url COLLATE "C", n.place
        """)).Select(line => double.Parse(line, CultureInfo.InvariantCulture))];

    private static Task<string[]> MembersAsync(Workplace place) => place.LinesAsync(
        "SELECT concat_ws(' | ', i.url, t.trend_id, t.similarity, t.nearest) FROM trend_items t JOIN items i ON i.id = t.item_id ORDER BY i.url COLLATE \"C\"");
}
