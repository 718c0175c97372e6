namespace Orleans.Runtime;

/// <summary>
/// Posts its tick as a message to its activation. The period counts from the end of a tick, so ticks never overlap;
/// a tick that throws is logged and the timer goes on.
/// </summary>
internal sealed class GrainTimer : Message, IGrainTimer
{
    private readonly Activation _activation;
    private readonly Func<CancellationToken, Task> _callback;
    private readonly CancellationTokenSource _disposed = new();
    private readonly Lock _gate = new();
    private readonly ITimer _timer;
    private TimeSpan _dueTime;
    private TimeSpan _period;
    private bool _ticking;
    private bool _changed;

    public GrainTimer(Activation activation, Func<CancellationToken, Task> callback, GrainTimerCreationOptions options)
    {
        Check(options.DueTime, options.Period);
        _activation = activation;
        _callback = callback;
        _period = options.Period;
        Options = MessageOptions.LocalOnly | MessageOptions.Unlimited
            | (options.Interleave ? MessageOptions.AlwaysInterleave : 0)
            | (options.KeepAlive ? 0 : MessageOptions.Passive);
        _timer = activation.Silo.Time.CreateTimer(static timer => ((GrainTimer)timer!).Due(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        activation.Attach(this);
        _timer.Change(options.DueTime, Timeout.InfiniteTimeSpan);
    }

    public override bool IsAnswered => _disposed.IsCancellationRequested;

    public void Change(TimeSpan dueTime, TimeSpan period)
    {
        Check(dueTime, period);
        lock (_gate)
        {
            (_dueTime, _period, _changed) = (dueTime, period, true);
            if (!_ticking && !_disposed.IsCancellationRequested)
            {
                _timer.Change(dueTime, Timeout.InfiniteTimeSpan);
            }
        }
    }

    public void Dispose()
    {
        _activation.Detach(this);
        lock (_gate)
        {
            _timer.Dispose();
        }

        _disposed.Cancel();
    }

    public override void Run(Activation activation)
    {
        lock (_gate)
        {
            _changed = false;
        }

        _ = TickAsync();
    }

    public override void Fail(Exception exception)
    {
        // Only a request has a caller to tell.
    }

    public override string ToString() => "timer tick";

    private static void Check(TimeSpan dueTime, TimeSpan period)
    {
        const long Longest = 0xfffffffe;
        ArgumentOutOfRangeException.ThrowIfLessThan((long)dueTime.TotalMilliseconds, -1, nameof(dueTime));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((long)dueTime.TotalMilliseconds, Longest, nameof(dueTime));
        ArgumentOutOfRangeException.ThrowIfLessThan((long)period.TotalMilliseconds, -1, nameof(period));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((long)period.TotalMilliseconds, Longest, nameof(period));
    }

    private void Due()
    {
        lock (_gate)
        {
            if (_ticking || _disposed.IsCancellationRequested)
            {
                return;
            }

            _ticking = true;
        }

        _activation.TryPost(this);
    }

    private async Task TickAsync()
    {
        try
        {
            await _callback(_disposed.Token);
        }
        catch (Exception exception)
        {
            _activation.Silo.Log.TimerFailed(exception, _activation.GrainId.ToString());
        }

        _activation.Complete(this);
        lock (_gate)
        {
            _ticking = false;
            if (!_disposed.IsCancellationRequested)
            {
                _timer.Change(_changed ? _dueTime : _period, Timeout.InfiniteTimeSpan);
            }
        }
    }
}
