using System.Collections.Concurrent;

namespace Orleans.Runtime;

/// <inheritdoc/>
internal sealed class MemoryReminderTable : IReminderTable
{
    private readonly ConcurrentDictionary<(GrainId Grain, string Name), ReminderRow> _rows = new();

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<IReadOnlyList<ReminderRow>> ReadAllAsync() => Task.FromResult<IReadOnlyList<ReminderRow>>([.. _rows.Values]);

    public Task<ReminderRow?> ReadAsync(GrainId id, string name) => Task.FromResult(_rows.GetValueOrDefault((id, name)));

    public Task<ReminderRow> UpsertAsync(ReminderRow row) =>
        Task.FromResult(_rows.AddOrUpdate((row.Grain, row.ReminderName), row, (_, old) => row with { Version = old.Version + 1 }));

    public Task<bool> RemoveAsync(ReminderRow row) => Task.FromResult(_rows.TryRemove(new((row.Grain, row.ReminderName), row)));
}
