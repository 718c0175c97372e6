using TrendGrains.StandIns.Orleans.Tests.Hosting;

namespace TrendGrains.StandIns.Orleans.Tests.Lifecycle;

public interface ILifeGrain : IGrainWithStringKey
{
    /// <summary>Differs from activation to activation.</summary>
    Task<Guid> IncarnationAsync();

    /// <summary>Asks for the end, then waits for "key go".</summary>
    Task EndAfterThisAsync();

    Task DelayDeactivationAsync(TimeSpan span);
}

public interface IFailingLifeGrain : IGrainWithStringKey
{
    Task PingAsync();
}

/// <summary>Raises "key ended" with the reason.</summary>
public sealed class LifeGrain : Grain, ILifeGrain
{
    private readonly Guid _incarnation = Guid.NewGuid();

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        Signals.Raise($"{this.GetPrimaryKeyString()} ended", reason.ReasonCode.ToString());
        return Task.CompletedTask;
    }

    public Task<Guid> IncarnationAsync() => Task.FromResult(_incarnation);

    public async Task EndAfterThisAsync()
    {
        DeactivateOnIdle();
        Signals.Raise($"{this.GetPrimaryKeyString()} ending");
        await Signals.Raised($"{this.GetPrimaryKeyString()} go");
    }

    public Task DelayDeactivationAsync(TimeSpan span)
    {
        DelayDeactivation(span);
        return Task.CompletedTask;
    }
}

/// <summary>Fails to activate until "key heal" is raised.</summary>
public sealed class FailingLifeGrain : Grain, IFailingLifeGrain
{
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await Task.Yield();
        if (!Signals.IsRaised($"{this.GetPrimaryKeyString()} heal"))
        {
            throw new TimeZoneNotFoundException("not yet");
        }
    }

    public Task PingAsync() => Task.CompletedTask;
}
