using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using TrendGrains.Abstractions.Sources;

namespace TrendGrains.Storage.Sources;

/// <summary>The crawl log: one line for what became of each URL, with a reason code.</summary>
public sealed class CrawlLogStore(NpgsqlDataSource database, IDbContextFactory<TrendGrainsContext> contexts)
{
    public async Task AppendAsync(IReadOnlyList<CrawlLogEntry> log, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await CopyAsync(connection, log, cancellationToken);
    }

    /// <summary>The newest lines of a source, newest first.</summary>
    public async Task<IReadOnlyList<CrawlLogRow>> RecentAsync(string source, int limit, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.CrawlLog.Where(l => l.Source == source).OrderByDescending(l => l.At).Take(limit).ToListAsync(cancellationToken);
    }

    /// <summary>How often each reason was logged for a source since a time.</summary>
    public async Task<IReadOnlyDictionary<string, long>> CountByReasonAsync(string source, DateTimeOffset since, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var from = since.ToUniversalTime();
        var counts = await context.CrawlLog.Where(l => l.Source == source && l.At >= from)
            .GroupBy(l => l.Reason).Select(g => new { Reason = g.Key, Count = g.LongCount() }).ToListAsync(cancellationToken);
        return counts.ToDictionary(c => c.Reason.Code(), c => c.Count);
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
