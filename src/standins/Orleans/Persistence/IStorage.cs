namespace Orleans.Core;

/// <summary>State that a provider keeps for a grain.</summary>
public interface IStorage
{
    /// <summary>Version that the provider gave; null before the first write.</summary>
    string? Etag { get; }

    bool RecordExists { get; }

    Task ReadStateAsync();

    /// <exception cref="Orleans.Storage.InconsistentStateException">The record was changed by someone else since it was read.</exception>
    Task WriteStateAsync();

    Task ClearStateAsync();
}

/// <summary>State of one type.</summary>
public interface IStorage<TState> : IStorage
{
    TState State { get; set; }
}
