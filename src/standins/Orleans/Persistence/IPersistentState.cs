using Orleans.Core;

namespace Orleans.Runtime;

/// <summary>Injected state; it was read before the grain activates.</summary>
public interface IPersistentState<TState> : IStorage<TState>;

/// <summary>Names the state and the provider that keeps it; without a provider name the default one.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public class PersistentStateAttribute(string stateName, string? storageName = null) : Attribute
{
    internal string StateName { get; } = stateName;

    internal string? StorageName { get; } = storageName;
}
