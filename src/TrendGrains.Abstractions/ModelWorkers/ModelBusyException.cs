namespace TrendGrains.Abstractions.ModelWorkers;

/// <summary>A model's queue is full; nothing was done.</summary>
[GenerateSerializer, Alias("model-busy")]
public sealed class ModelBusyException(string model, TimeSpan retryAfter)
    : Exception($"Model '{model}' is busy: its queue is full; try again in {retryAfter.TotalMilliseconds:0} ms.")
{
    [Id(0)] public string Model { get; } = model;

    [Id(1)] public TimeSpan RetryAfter { get; } = retryAfter;
}
