using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orleans.Hosting;

namespace Orleans.Runtime;

/// <summary>
/// Ticks every reminder of the table, each by one timer. The table is read at start and again now and then,
/// so that what another process registered or removed is seen.
/// </summary>
internal sealed class Reminders(Silo silo)
{
    // Orleans waits about as long before it tries an unreadable table again.
    private static readonly TimeSpan s_retry = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private readonly Dictionary<(GrainId, string), LocalReminder> _local = [];

    // Changed while the table was being read: the reading is older than these.
    private readonly HashSet<(GrainId, string)> _touched = [];
    private readonly Lazy<IReminderTable?> _table = new(silo.Services.GetService<IReminderTable>);
    private ITimer? _refresh;
    private bool _running;

    private ReminderOptions Options => silo.Services.GetRequiredService<IOptions<ReminderOptions>>().Value;

    private IReminderTable Table => _table.Value
        ?? throw new OrleansException("The reminder service has not been configured: call UseAdoNetReminderService or UseInMemoryReminderService.");

    public void Participate(ISiloLifecycle lifecycle)
    {
        lifecycle.Subscribe(nameof(Reminders), ServiceLifecycleStage.ApplicationServices, token => _table.Value?.StartAsync(token) ?? Task.CompletedTask);
        lifecycle.Subscribe(nameof(Reminders), ServiceLifecycleStage.BecomeActive, StartAsync, StopAsync);
    }

    public async Task<IGrainReminder> RegisterAsync(IGrainBase grain, string name, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dueTime, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(period, TimeSpan.Zero);
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (period < Options.MinimumReminderPeriod)
        {
            throw new ArgumentException($"Cannot register reminder {name} as requested period ({period}) is less than minimum allowed reminder period ({Options.MinimumReminderPeriod}).");
        }

        if (grain is not IRemindable)
        {
            throw new InvalidOperationException($"{grain.GetType()} must implement {nameof(IRemindable)} to have reminders.");
        }

        var row = await Table.UpsertAsync(new(grain.GrainContext.GrainId, name, Now().Add(dueTime), period, 0));
        lock (_gate)
        {
            _touched.Add((row.Grain, name));
            Keep(row);
        }

        return row;
    }

    public async Task UnregisterAsync(IGrainReminder reminder)
    {
        var row = (ReminderRow)reminder;
        if (!await Table.RemoveAsync(row) && await Table.ReadAsync(row.Grain, row.ReminderName) is not null)
        {
            throw new OrleansException($"Could not unregister reminder {row.ReminderName} of {row.Grain}: it was changed since. Get it again and retry.");
        }

        lock (_gate)
        {
            _touched.Add((row.Grain, row.ReminderName));
            Drop((row.Grain, row.ReminderName));
        }
    }

    public async Task<IGrainReminder?> FindAsync(GrainId id, string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return await Table.ReadAsync(id, name);
    }

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        if (_table.Value is null)
        {
            return;
        }

        lock (_gate)
        {
            _running = true;
            _refresh = silo.Time.CreateTimer(_ => _ = RefreshAsync(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        await RefreshAsync().ConfigureAwait(false);
    }

    private Task StopAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _running = false;
            _refresh?.Dispose();
            foreach (var reminder in _local.Keys.ToArray())
            {
                Drop(reminder);
            }
        }

        return Task.CompletedTask;
    }

    private async Task RefreshAsync()
    {
        var again = Options.RefreshReminderListPeriod;
        try
        {
            lock (_gate)
            {
                _touched.Clear();
            }

            Reconcile(await Table.ReadAllAsync().ConfigureAwait(false));
        }
        catch (Exception exception)
        {
            again = again < s_retry ? again : s_retry;
            silo.Log.ReminderTableUnreadable(exception, again);
        }

        lock (_gate)
        {
            if (_running)
            {
                _refresh!.Change(again, Timeout.InfiniteTimeSpan);
            }
        }
    }

    private void Reconcile(IReadOnlyList<ReminderRow> rows)
    {
        lock (_gate)
        {
            var gone = _local.Keys.Except(rows.Select(row => (row.Grain, row.ReminderName))).Except(_touched).ToArray();
            foreach (var reminder in gone)
            {
                Drop(reminder);
            }

            foreach (var row in rows.Where(row => !_touched.Contains((row.Grain, row.ReminderName))))
            {
                Keep(row);
            }
        }
    }

    private void Keep(ReminderRow row)
    {
        var key = (row.Grain, row.ReminderName);
        if (!_running || (_local.TryGetValue(key, out var known) && known.Row == row))
        {
            return;
        }

        Drop(key);
        _local[key] = new LocalReminder(silo, row);
    }

    private void Drop((GrainId, string) key)
    {
        if (_local.Remove(key, out var known))
        {
            known.Dispose();
        }
    }

    private DateTime Now() => silo.Time.GetUtcNow().UtcDateTime;
}
