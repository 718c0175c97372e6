namespace TrendGrains.Inference.Batching;

/// <summary>What became of one item: its result, or why it has none.</summary>
public readonly record struct Outcome<T>(T? Value, Exception? Fault)
{
    /// <summary>The item itself is at fault: it cannot be made ready, whatever the model would say of it.</summary>
    public bool IsOfItem { get; init; }

    public static implicit operator Outcome<T>(T value) => new(value, null);
}
