using TrendGrains.StandIns.Orleans.Tests.Hosting;

namespace TrendGrains.StandIns.Orleans.Tests.Timers;

public interface ITimerGrain : IGrainWithStringKey
{
    /// <summary>Starts a timer of 10 ms that raises "name tick n" for every tick n.</summary>
    Task StartAsync(string name, bool interleave, bool failing);

    /// <summary>Runs until the interleaving timer of that name has ticked so often, and says how often the other one did meanwhile.</summary>
    Task<int> BusyUntilAsync(string interleaving, int ticks, string other);

    Task<int> TicksAsync(string name);

    Task StopAsync(string name);

    Task<string> StartWrongAsync();

    /// <summary>Starts a timer that ticks in an hour, then changes it to tick now and once.</summary>
    Task StartLateThenNowAsync(string name);
}

public sealed class TimerGrain : Grain, ITimerGrain
{
    private static readonly TimeSpan s_period = TimeSpan.FromMilliseconds(10);

    private readonly Dictionary<string, IGrainTimer> _timers = [];
    private readonly Dictionary<string, int> _ticks = [];

    public Task StartAsync(string name, bool interleave, bool failing)
    {
        _ticks[name] = 0;
        _timers[name] = this.RegisterGrainTimer(
            (named, token) => TickAsync(named, failing),
            name,
            new GrainTimerCreationOptions { DueTime = s_period, Period = s_period, Interleave = interleave });
        return Task.CompletedTask;
    }

    public async Task<int> BusyUntilAsync(string interleaving, int ticks, string other)
    {
        var before = _ticks[other];
        var from = _ticks[interleaving];
        await Signals.Raised($"{interleaving} tick {from + ticks}");
        return _ticks[other] - before;
    }

    public Task<int> TicksAsync(string name) => Task.FromResult(_ticks[name]);

    public Task StopAsync(string name)
    {
        _timers[name].Dispose();
        return Task.CompletedTask;
    }

    public Task<string> StartWrongAsync()
    {
        try
        {
            this.RegisterGrainTimer(_ => Task.CompletedTask, new GrainTimerCreationOptions(TimeSpan.FromMilliseconds(-2), s_period));
            return Task.FromResult("accepted");
        }
        catch (ArgumentOutOfRangeException)
        {
            return Task.FromResult("refused");
        }
    }

    public Task StartLateThenNowAsync(string name)
    {
        _ticks[name] = 0;
        _timers[name] = this.RegisterGrainTimer(_ => TickAsync(name, failing: false), new GrainTimerCreationOptions(TimeSpan.FromHours(1), TimeSpan.FromHours(1)));
        _timers[name].Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        return Task.CompletedTask;
    }

    private Task TickAsync(string name, bool failing)
    {
        Signals.Raise($"{name} tick {++_ticks[name]}", TaskScheduler.Current == TaskScheduler.Default ? "elsewhere" : "on the activation");
        return failing ? throw new InvalidOperationException("The timer goes on.") : Task.CompletedTask;
    }
}
