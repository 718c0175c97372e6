namespace Orleans.Runtime;

/// <summary>Which activation the current thread runs a turn of.</summary>
internal static class ActivationContext
{
    [ThreadStatic]
    private static Activation? s_current;

    public static Activation? Current
    {
        get => s_current;
        set => s_current = value;
    }

    /// <summary>What a grain sees that was made with <c>new</c> in a unit test.</summary>
    public static IGrainContext None { get; } = new Nowhere();

    private sealed class Nowhere : IGrainContext
    {
        public GrainId GrainId => throw new InvalidOperationException("This grain was not made by a silo, so it has no identity.");

        public IServiceProvider ActivationServices => throw new InvalidOperationException("This grain was not made by a silo, so it has no services.");
    }
}
