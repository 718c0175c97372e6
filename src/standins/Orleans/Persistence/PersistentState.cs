using Orleans.Storage;

namespace Orleans.Runtime;

/// <summary>The state of one activation under one name.</summary>
internal sealed class PersistentState<T>(string stateName, Activation activation, IGrainStorage storage) : IPersistentState<T>
{
    private readonly StoredState<T> _stored = new();

    public T State
    {
        get => _stored.Value;
        set => _stored.Value = value;
    }

    public string? Etag => _stored.Etag;

    public bool RecordExists => _stored.Exists;

    public Task ReadStateAsync() => RunAsync(nameof(ReadStateAsync), static (storage, name, id, stored) => storage.ReadAsync(name, id, stored));

    public Task WriteStateAsync() => RunAsync(nameof(WriteStateAsync), static (storage, name, id, stored) => storage.WriteAsync(name, id, stored));

    public Task ClearStateAsync() => RunAsync(nameof(ClearStateAsync), static (storage, name, id, stored) => storage.ClearAsync(name, id, stored));

    private async Task RunAsync(string operation, Func<IGrainStorage, string, GrainId, StoredState<T>, Task> run)
    {
        try
        {
            await run(storage, stateName, activation.GrainId, _stored);
        }
        catch (Exception exception) when (exception is not OrleansException)
        {
            throw new OrleansException($"Error from storage provider {storage.GetType().Name}.{stateName} during {operation} for grain {activation.GrainId}: {exception.Message}", exception);
        }
    }
}
