using System.Reflection;

namespace Orleans.Runtime;

/// <summary>What an interface may say to be a grain's contract.</summary>
internal static class GrainInterface
{
    private static readonly Type[] s_markers = [typeof(IAddressable), typeof(IGrain), typeof(IGrainWithStringKey), typeof(IGrainWithGuidKey), typeof(IGrainWithIntegerKey)];

    public static bool IsGrainInterface(Type type) => type.IsInterface && typeof(IGrain).IsAssignableFrom(type) && !s_markers.Contains(type);

    /// <summary>Every method that a caller of the interface can call.</summary>
    /// <exception cref="OrleansException">Something in it cannot be called from afar; the message names all of it.</exception>
    public static IReadOnlyList<MethodInfo> MethodsOf(Type contract)
    {
        if (!contract.IsInterface)
        {
            throw new OrleansException($"{contract} is not an interface.");
        }

        Type[] contracts = [.. contract.GetInterfaces().Append(contract).Where(IsGrainInterface)];
        var members = contracts.SelectMany(type => type.GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)).ToArray();
        var problems = members.Select(ProblemOf).OfType<string>().ToArray();
        return problems.Length == 0
            ? [.. members.OfType<MethodInfo>()]
            : throw new OrleansException($"{contract} cannot be a grain interface: {string.Join("; ", problems)}.");
    }

    private static string? ProblemOf(MemberInfo member)
    {
        var name = $"{member.DeclaringType!.Name}.{member.Name}";
        return member switch
        {
            PropertyInfo => $"{name} is a property",
            EventInfo => $"{name} is an event",
            MethodInfo { IsSpecialName: true } => null,
            MethodInfo { IsGenericMethod: true } => $"{name} is generic",
            MethodInfo method when !IsAwaitable(method.ReturnType) => $"{name} returns {method.ReturnType.Name} instead of Task, Task<T>, ValueTask, ValueTask<T>, IAsyncEnumerable<T> or void",
            MethodInfo method when Array.Exists(method.GetParameters(), parameter => parameter.ParameterType.IsByRef) => $"{name} has a ref, out or in parameter",
            MethodInfo method when method.GetParameters().Count(parameter => parameter.ParameterType == typeof(CancellationToken)) > 1 => $"{name} has more than one CancellationToken",
            _ => null,
        };
    }

    private static bool IsAwaitable(Type type) =>
        type == typeof(void) || type == typeof(Task) || type == typeof(ValueTask)
        || (type.IsGenericType && type.GetGenericTypeDefinition() is var open && (open == typeof(Task<>) || open == typeof(ValueTask<>) || open == typeof(IAsyncEnumerable<>)));
}
