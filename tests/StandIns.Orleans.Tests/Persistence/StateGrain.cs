namespace TrendGrains.StandIns.Orleans.Tests.Persistence;

[GenerateSerializer, Alias("test.counter")]
public sealed class Counter
{
    [Id(0)]
    public int Count { get; set; }

    [Id(1)]
    public string? Name { get; set; }
}

[GenerateSerializer, Immutable, Alias("test.state-seen")]
public sealed record StateSeen(int Count, bool Exists, bool HasEtag);

/// <summary>State under one name, injected twice, so that one copy is always behind the other.</summary>
public interface IStateGrain : IGrainWithStringKey
{
    Task<StateSeen> SeeAsync();

    Task<StateSeen> WriteAsync(int count);

    Task<StateSeen> ClearAsync();

    Task<StateSeen> ReadAgainAsync();

    /// <summary>Writes the copy that was read before the last write.</summary>
    Task WriteStaleAsync();

    Task ClearStaleAsync();

    Task EndAsync();
}

public interface IMemoryStateGrain : IStateGrain;

public interface IPostgresStateGrain : IStateGrain;

public interface IPostgresNumberGrain : IGrainWithIntegerKey
{
    Task WriteAsync(int count);
}

public interface IPostgresGuidGrain : IGrainWithGuidKey
{
    Task WriteAsync(int count);
}

public sealed class MemoryStateGrain(
    [PersistentState("counter")] IPersistentState<Counter> state,
    [PersistentState("counter")] IPersistentState<Counter> stale) : StateGrainBase(state, stale), IMemoryStateGrain;

public sealed class PostgresStateGrain(
    [PersistentState("counter", "postgres")] IPersistentState<Counter> state,
    [PersistentState("counter", "postgres")] IPersistentState<Counter> stale) : StateGrainBase(state, stale), IPostgresStateGrain;

public sealed class PostgresNumberGrain([PersistentState("number", "postgres")] IPersistentState<Counter> state) : Grain, IPostgresNumberGrain
{
    public Task WriteAsync(int count)
    {
        state.State.Count = count;
        return state.WriteStateAsync();
    }
}

public sealed class PostgresGuidGrain([PersistentState("guid", "postgres")] IPersistentState<Counter> state) : Grain, IPostgresGuidGrain
{
    public Task WriteAsync(int count)
    {
        state.State.Count = count;
        return state.WriteStateAsync();
    }
}

public abstract class StateGrainBase(IPersistentState<Counter> state, IPersistentState<Counter> stale) : Grain
{
    public Task<StateSeen> SeeAsync() => Task.FromResult(new StateSeen(state.State.Count, state.RecordExists, state.Etag is not null));

    public async Task<StateSeen> WriteAsync(int count)
    {
        state.State.Count = count;
        state.State.Name = "한국어";
        await state.WriteStateAsync();
        return await SeeAsync();
    }

    public async Task<StateSeen> ClearAsync()
    {
        await state.ClearStateAsync();
        return await SeeAsync();
    }

    public async Task<StateSeen> ReadAgainAsync()
    {
        await state.ReadStateAsync();
        return await SeeAsync();
    }

    public Task WriteStaleAsync() => stale.WriteStateAsync();

    public Task ClearStaleAsync() => stale.ClearStateAsync();

    public Task EndAsync()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }
}
