namespace TrendGrains.Abstractions.ModelWorkers;

/// <summary>A model did not answer while the answer was of use; what had not begun by then is never run.</summary>
[GenerateSerializer, Alias("model-timeout")]
public sealed class ModelTimeoutException(string model, TimeSpan within)
    : Exception($"Model '{model}' did not answer within {within.TotalSeconds:0.###} s.")
{
    [Id(0)] public string Model { get; } = model;

    [Id(1)] public TimeSpan Within { get; } = within;
}
