using Microsoft.Extensions.Options;
using Npgsql;
using Orleans.Configuration;
using Orleans.Storage;

namespace Orleans.Runtime;

/// <summary>Reminders in table OrleansRemindersTable, in the rows that the real provider reads and writes.</summary>
internal sealed class AdoNetReminderTable(IOptions<AdoNetReminderTableOptions> options, IOptions<ClusterOptions> cluster) : IReminderTable, IAsyncDisposable
{
    private readonly NpgsqlDataSource _source = OrleansQueries.Open(options.Value.Invariant, options.Value.ConnectionString, "Reminders");
    private readonly string _serviceId = cluster.Value.ServiceId;
    private OrleansQueries? _queries;

    private OrleansQueries Queries => _queries ?? throw new OrleansException("The reminder table has not started.");

    public async Task StartAsync(CancellationToken cancellationToken) =>
        _queries = await OrleansQueries.ReadAsync(_source, cancellationToken).ConfigureAwait(false);

    public async Task<IReadOnlyList<ReminderRow>> ReadAllAsync()
    {
        // A range that begins where it ends is the whole ring.
        await using var command = Command("ReadRangeRows2Key", ("BeginHash", 0), ("EndHash", 0));
        return await ReadRowsAsync(command).ConfigureAwait(false);
    }

    public async Task<ReminderRow?> ReadAsync(GrainId id, string name)
    {
        await using var command = Command("ReadReminderRowKey", ("GrainId", id.ToString()), ("ReminderName", name));
        return (await ReadRowsAsync(command).ConfigureAwait(false)).SingleOrDefault();
    }

    public async Task<ReminderRow> UpsertAsync(ReminderRow row)
    {
        await using var command = Command(
            "UpsertReminderRowKey",
            ("GrainHash", StorageKey.HashOf(row.Grain)),
            ("GrainId", row.Grain.ToString()),
            ("ReminderName", row.ReminderName),
            ("StartTime", row.StartAt),
            ("Period", (long)row.Period.TotalMilliseconds));
        return row with { Version = (int)(await command.ExecuteScalarAsync().ConfigureAwait(false))! };
    }

    public async Task<bool> RemoveAsync(ReminderRow row)
    {
        await using var command = Command("DeleteReminderRowKey", ("GrainId", row.Grain.ToString()), ("ReminderName", row.ReminderName), ("Version", row.Version));
        return Convert.ToBoolean(await command.ExecuteScalarAsync().ConfigureAwait(false));
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private static async Task<IReadOnlyList<ReminderRow>> ReadRowsAsync(NpgsqlCommand command)
    {
        await using var reader = await command.ExecuteReaderAsync().ConfigureAwait(false);
        var rows = new List<ReminderRow>();
        while (await reader.ReadAsync().ConfigureAwait(false))
        {
            rows.Add(new(
                GrainId.Parse((string)reader["GrainId"]),
                (string)reader["ReminderName"],
                DateTime.SpecifyKind((DateTime)reader["StartTime"], DateTimeKind.Utc),
                TimeSpan.FromMilliseconds((long)reader["Period"]),
                (int)reader["Version"]));
        }

        return rows;
    }

    private NpgsqlCommand Command(string query, params (string Name, object Value)[] parameters)
    {
        var command = _source.CreateCommand(Queries[query]);
        command.Parameters.AddWithValue("ServiceId", _serviceId);
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return command;
    }
}
