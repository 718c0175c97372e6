using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Core;
using Orleans.Storage;

namespace Orleans.Runtime;

/// <summary>Makes instances of one grain class: services from the container, context and persistent state from the runtime.</summary>
internal sealed class GrainConstructor
{
    private readonly ObjectFactory _factory;
    private readonly Func<Activation, object>[] _arguments;

    public GrainConstructor(Type type)
    {
        var constructors = type.GetConstructors();
        if (constructors.Length == 0)
        {
            throw new OrleansException($"{type} has no public constructor.");
        }

        var parameters = constructors.MaxBy(constructor => constructor.GetParameters().Length)!.GetParameters().Where(IsOurs).ToArray();
        _arguments = [.. parameters.Select(ArgumentOf)];
        _factory = ActivatorUtilities.CreateFactory(type, [.. parameters.Select(parameter => parameter.ParameterType)]);
    }

    public IGrainBase Construct(Activation activation, out IStorage[] states)
    {
        var arguments = _arguments.Length == 0 ? [] : Array.ConvertAll(_arguments, make => make(activation));
        states = arguments.Length == 0 ? [] : [.. arguments.OfType<IStorage>()];
        return (IGrainBase)_factory(activation.ActivationServices, arguments);
    }

    private static bool IsOurs(ParameterInfo parameter) =>
        parameter.ParameterType == typeof(IGrainContext) || parameter.IsDefined(typeof(PersistentStateAttribute));

    private static Func<Activation, object> ArgumentOf(ParameterInfo parameter)
    {
        if (parameter.ParameterType == typeof(IGrainContext))
        {
            return activation => activation;
        }

        if (!parameter.ParameterType.IsGenericType || parameter.ParameterType.GetGenericTypeDefinition() != typeof(IPersistentState<>))
        {
            throw new OrleansException($"[PersistentState] stands on {parameter.Name} of {parameter.Member.DeclaringType}, which is not an IPersistentState<T>.");
        }

        var named = parameter.GetCustomAttribute<PersistentStateAttribute>()!;
        var state = ConstructorInvoker.Create(typeof(PersistentState<>).MakeGenericType(parameter.ParameterType.GetGenericArguments()).GetConstructors()[0]);
        return activation => state.Invoke(named.StateName, activation, StorageFor(activation, named.StorageName));
    }

    private static IGrainStorage StorageFor(Activation activation, string? name)
    {
        var provider = activation.Silo.Services.GetKeyedService<IGrainStorage>(name ?? IGrainStorage.Default);
        return provider ?? throw new OrleansException(name is null
            ? $"No default storage provider found loading grain type {activation.GrainId.Type}."
            : $"No storage provider named \"{name}\" found loading grain type {activation.GrainId.Type}.");
    }
}
