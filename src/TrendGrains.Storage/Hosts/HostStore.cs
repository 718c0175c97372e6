using Npgsql;
using TrendGrains.Abstractions.Sources;

namespace TrendGrains.Storage.Hosts;

/// <summary>What is remembered of each web host between activations of its grain.</summary>
public sealed class HostStore(NpgsqlDataSource database)
{
    public async Task<HostRow?> GetAsync(string host, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            SELECT next_request_at, back_off_until, back_off_reason, consecutive_failures, last_ticket, latency_milliseconds, budget_day, day_pages, day_bytes
            FROM hosts WHERE host = $1
            """);
        command.Parameters.AddWithValue(host);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return !await reader.ReadAsync(cancellationToken) ? null : new HostRow
        {
            Host = host,
            NextRequestAt = reader.GetFieldValue<DateTimeOffset>(0),
            BackOffUntil = reader.IsDBNull(1) ? null : reader.GetFieldValue<DateTimeOffset>(1),
            BackOffReason = CrawlReasons.Parse(reader.GetString(2)),
            ConsecutiveFailures = reader.GetInt32(3),
            LastTicket = reader.GetInt64(4),
            LatencyMilliseconds = reader.GetDouble(5),
            BudgetDay = reader.GetFieldValue<DateOnly>(6),
            DayPages = reader.GetInt32(7),
            DayBytes = reader.GetInt64(8),
        };
    }

    public async Task UpsertAsync(HostRow host, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            INSERT INTO hosts (host, next_request_at, back_off_until, back_off_reason, consecutive_failures, last_ticket, latency_milliseconds, budget_day, day_pages, day_bytes)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            ON CONFLICT (host) DO UPDATE SET next_request_at = excluded.next_request_at, back_off_until = excluded.back_off_until,
                back_off_reason = excluded.back_off_reason, consecutive_failures = excluded.consecutive_failures, last_ticket = excluded.last_ticket,
                latency_milliseconds = excluded.latency_milliseconds, budget_day = excluded.budget_day, day_pages = excluded.day_pages, day_bytes = excluded.day_bytes
            """);
        command.Parameters.AddWithValue(host.Host);
        command.Parameters.AddWithValue(host.NextRequestAt.ToUniversalTime());
        command.Parameters.AddWithValue((object?)host.BackOffUntil?.ToUniversalTime() ?? DBNull.Value);
        command.Parameters.AddWithValue(host.BackOffReason.Code());
        command.Parameters.AddWithValue(host.ConsecutiveFailures);
        command.Parameters.AddWithValue(host.LastTicket);
        command.Parameters.AddWithValue(host.LatencyMilliseconds);
        command.Parameters.AddWithValue(host.BudgetDay);
        command.Parameters.AddWithValue(host.DayPages);
        command.Parameters.AddWithValue(host.DayBytes);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}

/// <summary>When a host may be asked again, and why not before.</summary>
public sealed record HostRow
{
    public required string Host { get; init; }
    public DateTimeOffset NextRequestAt { get; init; }
    public DateTimeOffset? BackOffUntil { get; init; }
    public CrawlReason BackOffReason { get; init; }
    public int ConsecutiveFailures { get; init; }
    public long LastTicket { get; init; }

    /// <summary>How long the host takes to answer, smoothed; 0 when unknown.</summary>
    public double LatencyMilliseconds { get; init; }

    /// <summary>The day (UTC) that the two counts are of.</summary>
    public DateOnly BudgetDay { get; init; } = new(1970, 1, 1);

    public int DayPages { get; init; }
    public long DayBytes { get; init; }
}
