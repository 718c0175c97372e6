using System.Reflection;

namespace Orleans.Serialization;

/// <summary>Collections declared by an interface; a collection expression may hide a compiler's own class behind it.</summary>
internal static class CollectionInterfaces
{
    public static Copier? TryMake(Type type, Type open, Type[] arguments)
    {
        var make = open == typeof(IEnumerable<>) || open == typeof(ICollection<>) || open == typeof(IReadOnlyCollection<>) || open == typeof(IList<>) || open == typeof(IReadOnlyList<>) ? nameof(ListFor)
            : open == typeof(ISet<>) || open == typeof(IReadOnlySet<>) ? nameof(SetFor)
            : open == typeof(IDictionary<,>) || open == typeof(IReadOnlyDictionary<,>) ? nameof(DictionaryFor)
            : null;
        return make is null ? null : (Copier)typeof(CollectionInterfaces).GetMethod(make, BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod([type, .. arguments]).Invoke(null, null)!;
    }

    private static Copier ListFor<TInterface, T>()
        where TInterface : class, IEnumerable<T> => new CollectionInterfaceCopier<TInterface, T>(from => new List<T>(from));

    private static Copier SetFor<TInterface, T>()
        where TInterface : class, IEnumerable<T> => new CollectionInterfaceCopier<TInterface, T>(from => new HashSet<T>(from));

    private static Copier DictionaryFor<TInterface, TKey, TValue>()
        where TInterface : class, IEnumerable<KeyValuePair<TKey, TValue>>
        where TKey : notnull => new CollectionInterfaceCopier<TInterface, KeyValuePair<TKey, TValue>>(from => new Dictionary<TKey, TValue>(from));
}
