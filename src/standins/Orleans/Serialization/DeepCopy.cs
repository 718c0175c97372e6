namespace Orleans.Serialization;

/// <summary>The copy that caller and callee do not share.</summary>
internal static class DeepCopy
{
    /// <exception cref="CodecNotFoundException">Something in the value must not be sent.</exception>
    public static T Of<T>(T value) => Copier<T>.IsShallow ? value : Copier<T>.Instance.Copy(value, new CopyContext());
}
