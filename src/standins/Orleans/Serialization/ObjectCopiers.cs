using Orleans.Runtime;

namespace Orleans.Serialization;

/// <summary>A class that others may derive from: the run-time type says how, and one object is copied once.</summary>
internal abstract class ClassCopier<T> : Copier<T>
    where T : class
{
    public sealed override T Copy(T value, CopyContext context)
    {
        if (value is null)
        {
            return value!;
        }

        if (value.GetType() != typeof(T))
        {
            return (T)For(value.GetType()).CopyObject(value, context);
        }

        return (T?)context.Find(value) ?? CopyNew(value, context);
    }

    /// <summary>Records the copy before its parts are copied, for cycles.</summary>
    protected abstract T CopyNew(T value, CopyContext context);
}

/// <summary>[Immutable], but a derived class need not be.</summary>
internal sealed class ImmutableClassCopier<T> : ClassCopier<T>
    where T : class
{
    protected override T CopyNew(T value, CopyContext context) => value;
}

/// <summary>An interface, an abstract class or <see cref="object"/>: the run-time type says how.</summary>
internal sealed class DynamicCopier<T> : Copier<T>
    where T : class
{
    public override T Copy(T value, CopyContext context) =>
        value is null || value.GetType() == typeof(object) ? value! : (T)For(value.GetType()).CopyObject(value, context);
}

/// <summary>Grains travel as references.</summary>
internal sealed class GrainCopier<T> : Copier<T>
    where T : class
{
    public override T Copy(T value, CopyContext context) => value switch
    {
        null or GrainReference => value!,
        IAddressable grain when typeof(T).IsInterface => grain.AsReference<T>(),
        _ => throw new CodecNotFoundException($"{value.GetType()} is a grain: pass a reference to it (AsReference)."),
    };
}
