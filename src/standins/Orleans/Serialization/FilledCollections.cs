using System.Reflection;

namespace Orleans.Serialization;

/// <summary>Collections that are copied by filling an empty one.</summary>
internal static class FilledCollections
{
    public static Copier? TryMake(Type type, Type open, Type[] arguments)
    {
        var make = open == typeof(HashSet<>) ? nameof(HashSetOf)
            : open == typeof(SortedSet<>) ? nameof(SortedSetOf)
            : open == typeof(Queue<>) ? nameof(QueueOf)
            : open == typeof(SortedDictionary<,>) ? nameof(SortedDictionaryOf)
            : null;
        return make is null ? null : (Copier)typeof(FilledCollections).GetMethod(make, BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(arguments).Invoke(null, null)!;
    }

    private static Copier HashSetOf<T>() => new FilledCopier<HashSet<T>, T>(from => new(from.Count, from.Comparer), (set, item) => set.Add(item));

    private static Copier SortedSetOf<T>() => new FilledCopier<SortedSet<T>, T>(from => new(from.Comparer), (set, item) => set.Add(item));

    private static Copier QueueOf<T>() => new FilledCopier<Queue<T>, T>(from => new(from.Count), (queue, item) => queue.Enqueue(item));

    private static Copier SortedDictionaryOf<TKey, TValue>()
        where TKey : notnull => new FilledCopier<SortedDictionary<TKey, TValue>, KeyValuePair<TKey, TValue>>(from => new(from.Comparer), (map, item) => map.Add(item.Key, item.Value));
}
