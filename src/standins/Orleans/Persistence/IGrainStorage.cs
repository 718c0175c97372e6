using Orleans.Runtime;

namespace Orleans.Storage;

/// <summary>A provider of grain state: in memory or in Postgres.</summary>
internal interface IGrainStorage
{
    /// <summary>The name under which the provider for unnamed state is registered.</summary>
    const string Default = "Default";

    Task ReadAsync<T>(string stateName, GrainId id, StoredState<T> state);

    Task WriteAsync<T>(string stateName, GrainId id, StoredState<T> state);

    Task ClearAsync<T>(string stateName, GrainId id, StoredState<T> state);
}

/// <summary>What a provider fills in.</summary>
internal sealed class StoredState<T>
{
    public T Value { get; set; } = Fresh();

    public string? Etag { get; set; }

    public bool Exists { get; set; }

    public static T Fresh() => Activator.CreateInstance<T>();
}
