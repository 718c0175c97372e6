namespace Orleans.Runtime;

/// <summary>One reminder on its timer. A tick that fails is logged; the next comes at its time.</summary>
internal sealed class LocalReminder : IDisposable
{
    // Longer waits are cut into pieces: a timer has an upper limit.
    private static readonly TimeSpan s_longestWait = TimeSpan.FromDays(1);

    private readonly Silo _silo;
    private readonly ITimer _timer;
    private DateTime _next;
    private volatile bool _disposed;

    public LocalReminder(Silo silo, ReminderRow row)
    {
        _silo = silo;
        Row = row;
        _next = row.NextTick(Now());
        _timer = silo.Time.CreateTimer(static reminder => _ = ((LocalReminder)reminder!).DueAsync(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Wait();
    }

    public ReminderRow Row { get; }

    public void Dispose()
    {
        _disposed = true;
        _timer.Dispose();
    }

    private async Task DueAsync()
    {
        var now = Now();
        if (now >= _next && !_disposed)
        {
            try
            {
                var grain = _silo.Factory.Create<IRemindable>(Row.Grain);
                await grain.ReceiveReminder(Row.ReminderName, new TickStatus(Row.StartAt, Row.Period, now)).ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                _silo.Log.ReminderFailed(exception, Row.ReminderName, Row.Grain.ToString());
            }

            // Ticks missed while this one ran are skipped, never made up for.
            var after = Now();
            var following = _next + Row.Period;
            _next = following >= after ? following : Row.NextTick(after);
        }

        Wait();
    }

    private void Wait()
    {
        if (_disposed)
        {
            return;
        }

        var wait = _next - Now();
        wait = wait < TimeSpan.FromMilliseconds(1) ? TimeSpan.FromMilliseconds(1) : wait > s_longestWait ? s_longestWait : wait;
        _timer.Change(wait, Timeout.InfiniteTimeSpan);
    }

    private DateTime Now() => _silo.Time.GetUtcNow().UtcDateTime;
}
