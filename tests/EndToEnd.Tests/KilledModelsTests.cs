using System.Text.Json;
using Npgsql;
using TrendGrains.TestKit.Postgres;

namespace TrendGrains.EndToEnd.Tests;

/// <summary>SIGKILL to the process whose model workers have a batch: what it had not stored is asked for again, and is stored once.</summary>
public sealed class KilledModelsTests
{
    private const string Vectors = "item_vectors_text_128";
    private const int Items = 200;

    [DatabaseFact]
    public async Task A_process_killed_in_mid_batch_loses_no_result_and_stores_none_twice()
    {
        await using var calm = await Workplace.CreateAsync();
        await using var killed = await Workplace.CreateAsync();
        await ImportAsync(calm, Write(calm, Items));
        await ImportAsync(killed, Write(killed, 1));

        await KillInMidBatchAsync(killed, Write(killed, Items));
        Assert.Equal(1, await killed.CountAsync($"SELECT count(*) FROM {Vectors}"));
        Assert.True(await killed.CountAsync("SELECT count(*) FROM items") > 1, "nothing was accepted before the kill");
        await ImportAsync(killed, Write(killed, Items));

        Assert.Equal(Items, await calm.CountAsync($"SELECT count(*) FROM {Vectors}"));
        Assert.Equal(await ResultsAsync(calm), await ResultsAsync(killed));
    }

    /// <summary>The models have answered and the second durable point waits for a table that is held: their results are in that process alone.</summary>
    private static async Task KillInMidBatchAsync(Workplace place, string file)
    {
        await using var connection = await place.Database.DataSource.OpenConnectionAsync();
        await using var hold = await connection.BeginTransactionAsync();
        await ExecuteAsync(connection, $"LOCK TABLE {Vectors} IN EXCLUSIVE MODE");
        using var process = place.Executable.Start("import", file);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (await CountAsync(connection, $"SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = '{Vectors}'::regclass") == 0)
        {
            Assert.False(patience.IsCancellationRequested, "the second durable point was never reached");
            Assert.False(process.HasExited, "the import ended before its results were stored");
        }

        process.Kill();
        await process.WaitForExitAsync();
        await hold.RollbackAsync();
    }

    private static async Task ImportAsync(Workplace place, string file)
    {
        var import = await place.Executable.RunAsync(["import", file]);
        Assert.True(import.ExitCode == 0, import.Errors);
    }

    private static string Write(Workplace place, int count) => place.Write($"items-{count}.jsonl", string.Join('\n', Enumerable.Range(0, count).Select(i => JsonSerializer.Serialize(new
    {
        url = $"https://news.example/{i}",
        time = new DateTimeOffset(2026, 11, 20, 0, 0, 0, TimeSpan.Zero).AddMinutes(i),
        title = i % 2 == 0 ? $"항구 {i}번 부두 화재로 세 명 다쳐" : $"Fire at pier {i} of the harbour injures three",
        text = i % 2 == 0 ? $"소방당국은 {i}시간 만에 불길을 잡았다고 밝혔다. 원인은 조사 중이다." : $"Firefighters said the blaze was out after {i} hours. Its cause is being looked into.",
        language = i % 2 == 0 ? "ko" : "en",
        source = "killed",
    }))));

    /// <summary>All that models said of each item.</summary>
    private static Task<string[]> ResultsAsync(Workplace place) => place.LinesAsync(
        $"""
        SELECT concat_ws(' | ', i.url, i.state, i.page_kind, i.topic, i.tone, i.severity, v.model, v.version, md5(v.embedding::text))
        FROM items i LEFT JOIN {Vectors} v ON v.item_id = i.id
        ORDER BY i.url COLLATE "C"
        """);

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<long> CountAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
