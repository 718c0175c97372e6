using Orleans.Concurrency;
using TrendGrains.StandIns.Orleans.Tests.Hosting;

namespace TrendGrains.StandIns.Orleans.Tests.Turns;

public interface ITurnGrain : IGrainWithStringKey
{
    /// <summary>Raises "name started", waits for "name go", and says how many ran at once.</summary>
    Task<int> WorkAsync(string name);

    [ReadOnly]
    Task<int> ReadAsync(string name);

    [AlwaysInterleave]
    Task<int> InterleaveAsync(string name);

    [OneWay]
    Task TellAsync(string name);

    void Drop(string name);

    Task<string> SchedulersAsync();

    Task<string> CallMyselfAsync();

    Task NoteAsync(string name, CancellationToken cancellationToken);

    /// <summary>Takes so many turns and says during how many of them another turn of this grain ran.</summary>
    Task<int> CrowdAsync(int turns);
}

public interface IPlainTurnGrain : ITurnGrain;

public interface IReentrantTurnGrain : ITurnGrain;

public interface IFourWorkersGrain : IGrainWithStringKey
{
    Task WorkAsync(string name);

    Task<string> SchedulerAsync();
}

public sealed class PlainTurnGrain : TurnGrainBase, IPlainTurnGrain;

[Reentrant]
public sealed class ReentrantTurnGrain : TurnGrainBase, IReentrantTurnGrain;

public abstract class TurnGrainBase : Grain
{
    private int _running;
    private int _inTurn;

    public Task<int> WorkAsync(string name) => HoldAsync(name);

    public Task<int> ReadAsync(string name) => HoldAsync(name);

    public Task<int> InterleaveAsync(string name) => HoldAsync(name);

    public async Task TellAsync(string name)
    {
        await HoldAsync(name);
        throw new InvalidOperationException("Nobody hears this.");
    }

    public void Drop(string name) => Signals.Raise($"{name} dropped");

    public async Task<string> SchedulersAsync()
    {
        var mine = TaskScheduler.Current;
        await Task.Delay(10);
        var afterDelay = ReferenceEquals(TaskScheduler.Current, mine) && mine != TaskScheduler.Default && SynchronizationContext.Current is null;
        var elsewhere = await Task.Run(() => ReferenceEquals(TaskScheduler.Current, mine));
        var back = ReferenceEquals(TaskScheduler.Current, mine);
        await Task.Delay(10).ConfigureAwait(false);
        var left = ReferenceEquals(TaskScheduler.Current, TaskScheduler.Default);
        return $"after a delay {afterDelay}, in Task.Run {elsewhere}, after it {back}, left by ConfigureAwait(false) {left}";
    }

    public Task<string> CallMyselfAsync() => this.AsReference<ITurnGrain>().SchedulersAsync();

    public Task NoteAsync(string name, CancellationToken cancellationToken)
    {
        Signals.Raise($"{name} started");
        return Task.CompletedTask;
    }

    public async Task<int> CrowdAsync(int turns)
    {
        var overlaps = 0;
        for (var turn = 0; turn < turns; turn++)
        {
            await Task.Run(() => { });
            overlaps += Interlocked.Exchange(ref _inTurn, 1);
            Thread.SpinWait(500);
            Volatile.Write(ref _inTurn, 0);
        }

        return overlaps;
    }

    private async Task<int> HoldAsync(string name)
    {
        var atOnce = ++_running;
        Signals.Raise($"{name} started");
        await Signals.Raised($"{name} go");
        atOnce = Math.Max(atOnce, _running);
        _running--;
        return atOnce;
    }
}

[StatelessWorker(4)]
public sealed class FourWorkersGrain : Grain, IFourWorkersGrain
{
    public async Task WorkAsync(string name)
    {
        Signals.Raise($"{name} started");
        await Signals.Raised($"{this.GetPrimaryKeyString()} go");
    }

    public Task<string> SchedulerAsync() => Task.FromResult(GrainContext.GrainId.ToString());
}
