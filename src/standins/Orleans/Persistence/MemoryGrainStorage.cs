using System.Collections.Concurrent;
using Orleans.Runtime;

namespace Orleans.Storage;

/// <summary>Keeps what a write would have written, so that no activation shares objects with another.</summary>
internal sealed class MemoryGrainStorage : IGrainStorage
{
    private readonly ConcurrentDictionary<(string State, GrainId Id), Record> _records = new();
    private long _lastEtag;

    public Task ReadAsync<T>(string stateName, GrainId id, StoredState<T> state)
    {
        var record = _records.GetValueOrDefault((stateName, id));
        state.Value = record is null ? StoredState<T>.Fresh() : JsonGrainStorageSerializer.Instance.Deserialize<T>(record.Payload);
        state.Etag = record?.Etag;
        state.Exists = record is not null;
        return Task.CompletedTask;
    }

    public Task WriteAsync<T>(string stateName, GrainId id, StoredState<T> state)
    {
        var next = new Record(Interlocked.Increment(ref _lastEtag).ToString(), JsonGrainStorageSerializer.Instance.Serialize(state.Value));
        var written = state.Etag is null
            ? _records.TryAdd((stateName, id), next)
            : _records.TryGetValue((stateName, id), out var current) && current.Etag == state.Etag && _records.TryUpdate((stateName, id), next, current);
        if (!written)
        {
            throw Conflict(stateName, id, state.Etag);
        }

        state.Etag = next.Etag;
        state.Exists = true;
        return Task.CompletedTask;
    }

    public Task ClearAsync<T>(string stateName, GrainId id, StoredState<T> state)
    {
        if (_records.TryGetValue((stateName, id), out var current)
            && (current.Etag != state.Etag || !_records.TryRemove(new((stateName, id), current))))
        {
            throw Conflict(stateName, id, state.Etag);
        }

        state.Value = StoredState<T>.Fresh();
        state.Etag = null;
        state.Exists = false;
        return Task.CompletedTask;
    }

    private static InconsistentStateException Conflict(string stateName, GrainId id, string? etag) =>
        new($"Version conflict: state {stateName} of {id} is no longer at ETag {etag ?? "(none)"}.");

    private sealed record Record(string Etag, BinaryData Payload);
}
