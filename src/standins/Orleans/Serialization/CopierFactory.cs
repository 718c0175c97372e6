using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Numerics;
using System.Reflection;
using System.Runtime.CompilerServices;
using Orleans.Runtime;

namespace Orleans.Serialization;

/// <summary>Chooses the copier of a type, by Orleans' rules.</summary>
internal static class CopierFactory
{
    private static readonly ConcurrentDictionary<Type, Copier> s_copiers = new();

    private static readonly HashSet<Type> s_shallow =
    [
        typeof(string), typeof(decimal), typeof(DateTime), typeof(DateOnly), typeof(TimeOnly), typeof(DateTimeOffset), typeof(TimeSpan), typeof(Guid),
        typeof(Uri), typeof(Version), typeof(IPAddress), typeof(IPEndPoint), typeof(CultureInfo), typeof(CancellationToken),
        typeof(Half), typeof(Int128), typeof(UInt128), typeof(BigInteger), typeof(GrainId),
    ];

    private static readonly Dictionary<Type, Type> s_generic = new()
    {
        [typeof(List<>)] = typeof(ListCopier<>),
        [typeof(Dictionary<,>)] = typeof(DictionaryCopier<,>),
        [typeof(Nullable<>)] = typeof(NullableCopier<>),
        [typeof(Memory<>)] = typeof(MemoryCopier<>),
        [typeof(ReadOnlyMemory<>)] = typeof(ReadOnlyMemoryCopier<>),
    };

    // Fields of these are their parts.
    private static readonly HashSet<Type> s_tuples =
    [
        typeof(KeyValuePair<,>), typeof(Tuple<>), typeof(Tuple<,>), typeof(Tuple<,,>), typeof(Tuple<,,,>), typeof(Tuple<,,,,>), typeof(Tuple<,,,,,>), typeof(Tuple<,,,,,,>),
        typeof(ValueTuple<>), typeof(ValueTuple<,>), typeof(ValueTuple<,,>), typeof(ValueTuple<,,,>), typeof(ValueTuple<,,,,>), typeof(ValueTuple<,,,,,>), typeof(ValueTuple<,,,,,,>), typeof(ValueTuple<,,,,,,,>),
    ];

    private static readonly HashSet<Type> s_immutableCollections =
    [
        typeof(ImmutableArray<>), typeof(ImmutableList<>), typeof(ImmutableHashSet<>), typeof(ImmutableDictionary<,>),
        typeof(ImmutableSortedSet<>), typeof(ImmutableSortedDictionary<,>), typeof(ImmutableQueue<>), typeof(ImmutableStack<>),
    ];

    public static Copier For(Type type) => s_copiers.GetOrAdd(type, Choose);

    private static Copier Choose(Type type)
    {
        if (IsShallow(type))
        {
            return Make(typeof(ShallowCopier<>), [type]);
        }

        if (typeof(IAddressable).IsAssignableFrom(type))
        {
            return Make(typeof(GrainCopier<>), [type]);
        }

        if (type.IsSZArray)
        {
            return Make(typeof(ArrayCopier<>), [type.GetElementType()!]);
        }

        if (type.IsGenericType && OfGeneric(type, type.GetGenericTypeDefinition(), type.GetGenericArguments()) is { } copier)
        {
            return copier;
        }

        if (type.IsDefined(typeof(GenerateSerializerAttribute), inherit: false))
        {
            return type.IsDefined(typeof(ImmutableAttribute), inherit: false)
                ? Make(typeof(ImmutableClassCopier<>), [type])
                : OfMembers(type, () => SerializedMembers.Of(type));
        }

        return type.IsInterface || type.IsAbstract || type == typeof(object)
            ? Make(typeof(DynamicCopier<>), [type])
            : Make(typeof(RefusingCopier<>), [type], $"Could not find a copier for type {type}: it lacks [GenerateSerializer].");
    }

    private static bool IsShallow(Type type)
    {
        if (type.IsPrimitive || type.IsEnum || s_shallow.Contains(type) || typeof(Exception).IsAssignableFrom(type) || typeof(Type).IsAssignableFrom(type) || typeof(GrainReference).IsAssignableFrom(type))
        {
            return true;
        }

        if (type.IsDefined(typeof(ImmutableAttribute), inherit: false) && (type.IsSealed || type.IsValueType))
        {
            return type.IsDefined(typeof(GenerateSerializerAttribute), inherit: false);
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() is var open && (s_tuples.Contains(open) || s_immutableCollections.Contains(open) || open == typeof(Nullable<>)))
        {
            return Array.TrueForAll(type.GetGenericArguments(), IsShallow);
        }

        return type.IsValueType
            && type.IsDefined(typeof(GenerateSerializerAttribute), inherit: false)
            && Array.TrueForAll(type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic), field => IsShallow(field.FieldType));
    }

    private static Copier? OfGeneric(Type type, Type open, Type[] arguments)
    {
        if (s_generic.TryGetValue(open, out var copier))
        {
            return Make(copier, arguments);
        }

        if (s_tuples.Contains(open))
        {
            return OfMembers(type, () => [.. SerializedMembers.AllFieldsOf(type)]);
        }

        return FilledCollections.TryMake(type, open, arguments) ?? CollectionInterfaces.TryMake(type, open, arguments);
    }

    private static Copier OfMembers(Type type, Func<IReadOnlyList<CopiedField>> fields) =>
        Make(type.IsValueType ? typeof(MembersOfStruct<>) : typeof(MembersOfClass<>), [type], fields);

    private static Copier Make(Type copier, Type[] types, params object[] arguments) => (Copier)Activator.CreateInstance(copier.MakeGenericType(types), arguments)!;
}
