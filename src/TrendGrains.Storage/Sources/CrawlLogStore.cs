using Npgsql;
using NpgsqlTypes;
using TrendGrains.Abstractions.Sources;

namespace TrendGrains.Storage.Sources;

/// <summary>The crawl log: one line for what became of each URL, with a reason code.</summary>
public sealed class CrawlLogStore(NpgsqlDataSource database)
{
    /// <summary>How often each reason was logged for a source since a time.</summary>
    public async Task<IReadOnlyDictionary<string, long>> CountByReasonAsync(string source, DateTimeOffset since, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            "SELECT reason, count(*) FROM crawl_log WHERE source = $1 AND at >= $2 GROUP BY reason");
        command.Parameters.AddWithValue(source);
        command.Parameters.AddWithValue(since.ToUniversalTime());
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var counts = new Dictionary<string, long>();
        while (await reader.ReadAsync(cancellationToken))
        {
            counts[reader.GetString(0)] = reader.GetInt64(1);
        }

        return counts;
    }

    internal static async Task CopyAsync(NpgsqlConnection connection, IReadOnlyList<CrawlLogEntry> log, CancellationToken cancellationToken)
    {
        if (log.Count == 0)
        {
            return;
        }

        await using var copy = await connection.BeginBinaryImportAsync(
            "COPY crawl_log (at, source, url, reason, status, bytes, milliseconds, detail) FROM STDIN (FORMAT binary)", cancellationToken);
        foreach (var line in log)
        {
            await copy.StartRowAsync(cancellationToken);
            await copy.WriteAsync(line.At.ToUniversalTime(), NpgsqlDbType.TimestampTz, cancellationToken);
            await copy.WriteTextAsync(line.Source, cancellationToken);
            await copy.WriteTextAsync(line.Url, cancellationToken);
            await copy.WriteTextAsync(line.Reason.Code(), cancellationToken);
            await copy.WriteNullableAsync(line.Status, NpgsqlDbType.Integer, cancellationToken);
            await copy.WriteNullableAsync(line.Bytes, NpgsqlDbType.Bigint, cancellationToken);
            await copy.WriteNullableAsync(line.Milliseconds, NpgsqlDbType.Integer, cancellationToken);
            await copy.WriteTextAsync(line.Detail, cancellationToken);
        }

        await copy.CompleteAsync(cancellationToken);
    }
}
