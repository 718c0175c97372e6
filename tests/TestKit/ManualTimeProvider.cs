namespace TrendGrains.TestKit;

/// <summary>
/// A clock that stands still until a test moves it. Timers fire on the thread that moves it, each at its own due time, in order;
/// a timer that a callback arms fires within the same move when its time has come. Task.Delay and CancellationTokenSource work on it.
/// </summary>
public sealed class ManualTimeProvider(DateTimeOffset start) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<ManualTimer> armed = [];
    private readonly List<(int AtLeast, TaskCompletionSource Reached)> waiting = [];
    private DateTimeOffset now = start.ToUniversalTime();
    private long armings;

    /// <summary>Starts at 2026-01-01T00:00Z.</summary>
    public ManualTimeProvider()
        : this(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero))
    {
    }

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>Timers that would fire if time went on.</summary>
    public int ArmedTimers
    {
        get
        {
            lock (gate)
            {
                return armed.Count;
            }
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
        {
            return now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Completes once so many timers are armed: the barrier before moving time past code that is about to wait.</summary>
    public Task TimersArmedAsync(int atLeast = 1, CancellationToken cancellationToken = default)
    {
        lock (gate)
        {
            if (armed.Count >= atLeast)
            {
                return Task.CompletedTask;
            }

            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.Add((atLeast, reached));
            return reached.Task.WaitAsync(cancellationToken);
        }
    }

    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        SetUtcNow(GetUtcNow() + by);
    }

    /// <summary>Moves on to that moment, firing what falls due on the way. Time never goes back.</summary>
    public void SetUtcNow(DateTimeOffset value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, GetUtcNow());
        while (NextDue(value) is { } timer)
        {
            timer.Fire();
        }
    }

    /// <summary>Takes the earliest timer due by then and sets the clock to its time; with none left, sets the clock to the end.</summary>
    private ManualTimer? NextDue(DateTimeOffset end)
    {
        lock (gate)
        {
            var next = armed.Where(timer => timer.Due <= end).MinBy(timer => (timer.Due, timer.Arming));
            var moment = next?.Due ?? end;
            if (moment > now)
            {
                now = moment.ToUniversalTime();
            }

            if (next is not null && !next.Rearm(++armings))
            {
                armed.Remove(next);
            }

            return next;
        }
    }

    private bool Arm(ManualTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        lock (gate)
        {
            armed.Remove(timer);
            if (timer.Disposed)
            {
                return false;
            }

            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                timer.Due = now + dueTime;
                timer.Period = period;
                timer.Arming = ++armings;
                armed.Add(timer);
            }

            waiting.RemoveAll(wait => armed.Count >= wait.AtLeast && wait.Reached.TrySetResult());
            return true;
        }
    }

    private void Disarm(ManualTimer timer)
    {
        lock (gate)
        {
            timer.Disposed = true;
            armed.Remove(timer);
        }
    }

    private sealed class ManualTimer(ManualTimeProvider clock, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset Due { get; set; }

        public TimeSpan Period { get; set; }

        /// <summary>Orders timers of the same due time by when they were armed.</summary>
        public long Arming { get; set; }

        public bool Disposed { get; set; }

        public bool Change(TimeSpan dueTime, TimeSpan period) => clock.Arm(this, dueTime, period);

        public void Fire() => callback(state);

        /// <summary>Due again one period later, or false for a timer that fires once.</summary>
        public bool Rearm(long arming)
        {
            Due += Period > TimeSpan.Zero ? Period : TimeSpan.Zero;
            Arming = arming;
            return Period > TimeSpan.Zero;
        }

        public void Dispose() => clock.Disarm(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
