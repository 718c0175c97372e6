namespace TrendGrains.Abstractions.ModelWorkers;

/// <summary>A model that the catalog lists cannot be served; the reason names the file. Other models go on, and this one is tried again later.</summary>
[GenerateSerializer, Alias("model-unavailable")]
public sealed class ModelUnavailableException(string model, string version, string reason, TimeSpan retryAfter, Exception? inner = null)
    : Exception($"Model '{model}' version {version} cannot be opened and is tried again in {retryAfter.TotalSeconds:0.#} s: {reason}", inner)
{
    [Id(0)] public string Model { get; } = model;

    [Id(1)] public string Version { get; } = version;

    [Id(2)] public string Reason { get; } = reason;

    [Id(3)] public TimeSpan RetryAfter { get; } = retryAfter;
}
