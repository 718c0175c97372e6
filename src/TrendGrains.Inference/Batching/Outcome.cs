namespace TrendGrains.Inference.Batching;

/// <summary>What became of one item: its result, or why it has none.</summary>
public readonly record struct Outcome<T>(T? Value, Exception? Fault)
{
    public static implicit operator Outcome<T>(T value) => new(value, null);
}
