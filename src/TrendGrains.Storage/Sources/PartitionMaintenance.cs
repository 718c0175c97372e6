using System.Globalization;
using Microsoft.Extensions.Options;
using Npgsql;

namespace TrendGrains.Storage.Sources;

/// <summary>
/// The months of crawl_log, crawl_choices and trend_points: this one and the next two are made ahead, old ones of the two logs are dropped. A row of another
/// month lies in the default partition until its own is made, so that writing one never fails for its date.
/// </summary>
public sealed class PartitionMaintenance(NpgsqlDataSource database, IOptions<CrawlLogOptions> options, TimeProvider clock)
{
    private const int Ahead = 2;
    private const int DaysOfBands = 30;
    private const int DaysOfRuns = 90;
    private static readonly string[] logs = ["crawl_log", "crawl_choices"];
    private const string Month = "yyyy_MM";

    /// <summary>Any number that nothing else locks with: two processes do not make the same month at once.</summary>
    private const long MaintenanceLock = 0x7467_6d6f_6e74;

    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var month = new DateTime(now.Year, now.Month, 1, 0, 0, 0, DateTimeKind.Utc);
        for (var i = 0; i <= Ahead; i++)
        {
            foreach (var log in logs)
            {
                await MakeAsync(log, "at", month.AddMonths(i), cancellationToken);
            }

            await MakeAsync("trend_points", "bucket", month.AddMonths(i), cancellationToken);
        }

        foreach (var log in logs)
        {
            await DropBeforeAsync(log, "at", month.AddMonths(-options.Value.RetentionMonths), cancellationToken);
        }

        // Near copies are looked for within days; the edges stay.
        await using var command = database.CreateCommand("DELETE FROM fingerprint_bands WHERE published < $1");
        command.Parameters.AddWithValue(now.AddDays(-DaysOfBands));
        await command.ExecuteNonQueryAsync(cancellationToken);

        // What is read again is read soon; older texts are asked anew.
        await using var runs = database.CreateCommand("DELETE FROM model_runs WHERE at < $1");
        runs.Parameters.AddWithValue(now.AddDays(-DaysOfRuns));
        await runs.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task MakeAsync(string table, string column, DateTime month, CancellationToken cancellationToken)
    {
        var name = $"{table}_" + month.ToString(Month, CultureInfo.InvariantCulture);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await ExecuteAsync(connection, $"SELECT pg_advisory_xact_lock({MaintenanceLock})", cancellationToken);
        await using (var exists = new NpgsqlCommand($"SELECT to_regclass('{name}') IS NOT NULL", connection))
        {
            if (await exists.ExecuteScalarAsync(cancellationToken) is true)
            {
                return;
            }
        }

        // Lines that came before their month was made move into it. The lock is on the parent, so that a writer waits before it chooses
        // a partition; one that had chosen the default already would be refused there once the month exists.
        var (from, to) = (Text(month), Text(month.AddMonths(1)));
        await ExecuteAsync(
            connection,
            $"""
            LOCK TABLE {table} IN ACCESS EXCLUSIVE MODE;
            CREATE TABLE {name} (LIKE {table} INCLUDING DEFAULTS);
            WITH early AS (DELETE FROM {table}_default WHERE {column} >= '{from}' AND {column} < '{to}' RETURNING *) INSERT INTO {name} SELECT * FROM early;
            ALTER TABLE {table} ATTACH PARTITION {name} FOR VALUES FROM ('{from}') TO ('{to}');
            """,
            cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task DropBeforeAsync(string table, string column, DateTime oldest, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var months = new List<string>();
        await using (var list = new NpgsqlCommand(
            $"""
            SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
            WHERE i.inhparent = '{table}'::regclass AND c.relname ~ '^{table}_[0-9]{"{4}"}_[0-9]{"{2}"}$' ORDER BY c.relname
            """,
            connection))
        {
            await using var reader = await list.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                months.Add(reader.GetString(0));
            }
        }

        foreach (var name in months)
        {
            var month = DateTime.ParseExact(name[(table.Length + 1)..], Month, CultureInfo.InvariantCulture);
            if (month < oldest)
            {
                await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
                await ExecuteAsync(connection, $"LOCK TABLE {table} IN ACCESS EXCLUSIVE MODE; DROP TABLE IF EXISTS {name}", cancellationToken);
                await transaction.CommitAsync(cancellationToken);
            }
        }

        await ExecuteAsync(connection, $"DELETE FROM {table}_default WHERE {column} < '{Text(oldest)}'", cancellationToken);
    }

    private static string Text(DateTime time) => time.ToString("yyyy-MM-dd HH:mm:ss'+00'", CultureInfo.InvariantCulture);

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
