using System.Collections.Concurrent;

namespace Orleans.Runtime;

/// <summary>The grain classes of the application and which interface each answers to.</summary>
internal sealed class GrainTypes
{
    private static readonly Lazy<GrainTypes> s_ofApplication = new(() => new GrainTypes(ApplicationParts.FindGrainClasses()));

    private readonly Dictionary<string, GrainClass> _byName = [];
    private readonly ILookup<Type, GrainClass> _byInterface;
    private readonly ConcurrentDictionary<Type, GrainClass> _resolved = new();

    private GrainTypes(IEnumerable<Type> classes)
    {
        foreach (var found in classes.Select(type => new GrainClass(type)))
        {
            if (!_byName.TryAdd(found.Name, found))
            {
                throw new OrleansException($"{found} and {_byName[found.Name]} would both be grain type \"{found.Name}\".");
            }
        }

        _byInterface = _byName.Values.SelectMany(found => found.Interfaces, (found, contract) => (found, contract)).ToLookup(pair => pair.contract, pair => pair.found);
    }

    public IReadOnlyCollection<GrainClass> Classes => _byName.Values;

    public static GrainTypes Discover() => s_ofApplication.Value;

    public GrainClass Named(string name) => _byName.TryGetValue(name, out var found)
        ? found
        : throw new ArgumentException($"There is no grain class of type \"{name}\".");

    /// <exception cref="ArgumentException">None or several classes answer to the interface.</exception>
    public GrainClass Resolve(Type contract, string? prefix)
    {
        if (prefix is null && _resolved.TryGetValue(contract, out var known))
        {
            return known;
        }

        GrainClass[] candidates = [.. _byInterface[contract].Where(candidate => prefix is null || candidate.Type.FullName!.StartsWith(prefix, StringComparison.Ordinal))];
        if (candidates.Length == 1)
        {
            return prefix is null ? _resolved.GetOrAdd(contract, candidates[0]) : candidates[0];
        }

        var matching = prefix is null ? "" : $" whose name starts with \"{prefix}\"";
        throw new ArgumentException(candidates.Length == 0
            ? $"Could not find an implementation for interface {contract}{matching}."
            : $"Unable to identify a single appropriate grain type for interface {contract}{matching}. Candidates: {string.Join<GrainClass>(", ", candidates)}.");
    }
}
