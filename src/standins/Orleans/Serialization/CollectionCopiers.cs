using System.Runtime.CompilerServices;

namespace Orleans.Serialization;

internal sealed class ArrayCopier<T> : ClassCopier<T[]>
{
    protected override T[] CopyNew(T[] value, CopyContext context)
    {
        var copy = (T[])value.Clone();
        context.Record(value, copy);
        if (!Copier<T>.IsShallow)
        {
            for (var index = 0; index < copy.Length; index++)
            {
                copy[index] = Copier<T>.CopyPart(copy[index], context);
            }
        }

        return copy;
    }
}

internal sealed class ListCopier<T> : ClassCopier<List<T>>
{
    protected override List<T> CopyNew(List<T> value, CopyContext context)
    {
        var copy = Copier<T>.IsShallow ? [.. value] : new List<T>(value.Count);
        context.Record(value, copy);
        if (!Copier<T>.IsShallow)
        {
            foreach (var item in value)
            {
                copy.Add(Copier<T>.CopyPart(item, context));
            }
        }

        return copy;
    }
}

/// <summary>Sets, queues and whatever else can be made empty and filled.</summary>
internal sealed class FilledCopier<TCollection, T>(Func<TCollection, TCollection> empty, Action<TCollection, T> add) : ClassCopier<TCollection>
    where TCollection : class, IEnumerable<T>
{
    protected override TCollection CopyNew(TCollection value, CopyContext context)
    {
        var copy = empty(value);
        context.Record(value, copy);
        foreach (var item in value)
        {
            add(copy, Copier<T>.CopyPart(item, context));
        }

        return copy;
    }
}

internal sealed class DictionaryCopier<TKey, TValue> : ClassCopier<Dictionary<TKey, TValue>>
    where TKey : notnull
{
    protected override Dictionary<TKey, TValue> CopyNew(Dictionary<TKey, TValue> value, CopyContext context)
    {
        var copy = new Dictionary<TKey, TValue>(value.Count, value.Comparer);
        context.Record(value, copy);
        foreach (var (key, item) in value)
        {
            copy.Add(Copier<TKey>.CopyPart(key, context), Copier<TValue>.CopyPart(item, context));
        }

        return copy;
    }
}

/// <summary>A collection seen through an interface: a kind that has a copier stays what it is, any other arrives as a plain one.</summary>
internal sealed class CollectionInterfaceCopier<TInterface, T>(Func<TInterface, object> plain) : Copier<TInterface>
    where TInterface : class, IEnumerable<T>
{
    public override TInterface Copy(TInterface value, CopyContext context)
    {
        if (value is null)
        {
            return value!;
        }

        var copier = For(value.GetType());
        if (copier.Refusal is null)
        {
            return (TInterface)copier.CopyObject(value, context);
        }

        var copy = plain(value);
        return (TInterface)For(copy.GetType()).CopyObject(copy, context);
    }
}

internal sealed class NullableCopier<T> : Copier<T?>
    where T : struct
{
    public override T? Copy(T? value, CopyContext context) => value is { } some ? Copier<T>.CopyPart(some, context) : null;

    public override object CopyObject(object value, CopyContext context) => Copier<T>.Instance.CopyObject(value, context);
}

internal sealed class MemoryCopier<T> : Copier<Memory<T>>
{
    public override Memory<T> Copy(Memory<T> value, CopyContext context) => Copier<T[]>.CopyPart(value.ToArray(), context);
}

internal sealed class ReadOnlyMemoryCopier<T> : Copier<ReadOnlyMemory<T>>
{
    public override ReadOnlyMemory<T> Copy(ReadOnlyMemory<T> value, CopyContext context) => Copier<T[]>.CopyPart(value.ToArray(), context);
}
