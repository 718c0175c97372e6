namespace Orleans.Serialization;

/// <summary>Copies objects of one run-time type.</summary>
internal abstract class Copier
{
    /// <summary>Why values of this type cannot be sent; null when they can.</summary>
    public virtual string? Refusal => null;

    public virtual bool IsOfShallowType => false;

    public abstract object CopyObject(object value, CopyContext context);

    /// <summary>The copier of a type known only at run time.</summary>
    public static Copier For(Type type) => CopierFactory.For(type);
}

/// <summary>Copies values whose declared type is <typeparamref name="T"/>.</summary>
internal abstract class Copier<T> : Copier
{
    public static readonly Copier<T> Instance = (Copier<T>)CopierFactory.For(typeof(T));

    public static readonly bool IsShallow = Instance is ShallowCopier<T>;

    public abstract T Copy(T value, CopyContext context);

    public override object CopyObject(object value, CopyContext context) => Copy((T)value, context)!;

    /// <summary>For members and elements.</summary>
    public static T CopyPart(T value, CopyContext context) => IsShallow ? value : Instance.Copy(value, context);
}

/// <summary>Nothing in the value can change.</summary>
internal sealed class ShallowCopier<T> : Copier<T>
{
    public override bool IsOfShallowType => true;

    public override T Copy(T value, CopyContext context) => value;
}

/// <summary>There is no rule for this type.</summary>
internal sealed class RefusingCopier<T>(string reason) : Copier<T>
{
    public override string? Refusal => reason;

    public override T Copy(T value, CopyContext context) => value is null ? value : throw new CodecNotFoundException(reason);
}
