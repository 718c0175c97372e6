using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Concurrency;
using Orleans.Core;

namespace Orleans.Runtime;

/// <summary>What the runtime knows of a grain class.</summary>
internal sealed class GrainClass
{
    private readonly Lazy<GrainConstructor> _constructor;

    public GrainClass(Type type)
    {
        Type = type;
        Name = NameOf(type);
        Interfaces = [.. type.GetInterfaces().Where(GrainInterface.IsGrainInterface)];
        IsReentrant = type.IsDefined(typeof(ReentrantAttribute), inherit: true);
        MaxLocalWorkers = type.GetCustomAttribute<StatelessWorkerAttribute>(inherit: true)?.MaxLocalWorkers ?? 0;
        HasReadOnlyMethods = Interfaces.SelectMany(contract => contract.GetMethods()).Any(method => method.IsDefined(typeof(ReadOnlyAttribute)));
        _constructor = new(() => new GrainConstructor(type));
    }

    public Type Type { get; }

    /// <summary>The type part of the grain id.</summary>
    public string Name { get; }

    public IReadOnlyList<Type> Interfaces { get; }

    public bool IsReentrant { get; }

    public bool HasReadOnlyMethods { get; }

    /// <summary>Zero for an ordinary grain.</summary>
    public int MaxLocalWorkers { get; }

    public IGrainBase Construct(Activation activation, out IStorage[] states) => _constructor.Value.Construct(activation, out states);

    public override string ToString() => Type.FullName!;

    /// <summary>Orleans' convention: lower case, without the suffix "Grain".</summary>
    private static string NameOf(Type type)
    {
        const string Suffix = "grain";
        var name = type.Name.ToLowerInvariant();
        return name.Length > Suffix.Length && name.EndsWith(Suffix, StringComparison.Ordinal) ? name[..^Suffix.Length] : name;
    }
}
