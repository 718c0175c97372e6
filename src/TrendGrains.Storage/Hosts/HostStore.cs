using Npgsql;

namespace TrendGrains.Storage.Hosts;

/// <summary>What is remembered of each web host between activations of its grain.</summary>
public sealed class HostStore(NpgsqlDataSource database)
{
    public async Task<HostRow?> GetAsync(string host, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            "SELECT robots_fetched_at, robots_status, robots, back_off_until, consecutive_failures FROM hosts WHERE host = $1");
        command.Parameters.AddWithValue(host);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return !await reader.ReadAsync(cancellationToken) ? null : new HostRow
        {
            Host = host,
            RobotsFetchedAt = reader.IsDBNull(0) ? null : reader.GetFieldValue<DateTimeOffset>(0),
            RobotsStatus = reader.IsDBNull(1) ? null : reader.GetString(1),
            Robots = reader.IsDBNull(2) ? null : reader.GetFieldValue<byte[]>(2),
            BackOffUntil = reader.IsDBNull(3) ? null : reader.GetFieldValue<DateTimeOffset>(3),
            ConsecutiveFailures = reader.GetInt32(4),
        };
    }

    public async Task UpsertAsync(HostRow host, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            INSERT INTO hosts (host, robots_fetched_at, robots_status, robots, back_off_until, consecutive_failures)
            VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (host) DO UPDATE SET robots_fetched_at = excluded.robots_fetched_at, robots_status = excluded.robots_status,
                robots = excluded.robots, back_off_until = excluded.back_off_until, consecutive_failures = excluded.consecutive_failures
            """);
        command.Parameters.AddWithValue(host.Host);
        command.Parameters.AddWithValue((object?)host.RobotsFetchedAt?.ToUniversalTime() ?? DBNull.Value);
        command.Parameters.AddWithValue((object?)host.RobotsStatus ?? DBNull.Value);
        command.Parameters.AddWithValue((object?)host.Robots ?? DBNull.Value);
        command.Parameters.AddWithValue((object?)host.BackOffUntil?.ToUniversalTime() ?? DBNull.Value);
        command.Parameters.AddWithValue(host.ConsecutiveFailures);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}

/// <summary>One host: its robots.txt as last fetched (status in <c>RobotsStatus</c>), and how long it rests.</summary>
public sealed record HostRow
{
    public required string Host { get; init; }
    public DateTimeOffset? RobotsFetchedAt { get; init; }
    public string? RobotsStatus { get; init; }
    public byte[]? Robots { get; init; }
    public DateTimeOffset? BackOffUntil { get; init; }
    public int ConsecutiveFailures { get; init; }
}
