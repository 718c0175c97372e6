using System.ComponentModel.DataAnnotations;

namespace TrendGrains.Inference;

/// <summary>What an operator may set about models.</summary>
public sealed class InferenceOptions
{
    /// <summary>The folder that holds catalog.json; null finds it: see <see cref="Catalog.ModelsFolder"/>.</summary>
    public string? ModelsFolder { get; set; }

    /// <summary>The folder of the operator's own models, seen beside those that ship; null asks the environment: see <see cref="Catalog.ModelsFolder"/>.</summary>
    public string? OwnModelsFolder { get; set; }

    /// <summary>Texts in one run at most.</summary>
    [Range(1, 1024)]
    public int MaxBatch { get; set; } = 256;

    /// <summary>Texts that may wait for one model; a call beyond is refused with the time to try again. It holds at least one call of 256.</summary>
    [Range(ModelWorkers.MostRows, 1_000_000)]
    public int QueueLimit { get; set; } = 8192;

    /// <summary>Threads that one model may use.</summary>
    [Range(1, 64)]
    public int Threads { get; set; } = 1;

    /// <summary>Milliseconds that a free model waits for a fuller batch; 0 runs whatever waits.</summary>
    [Range(0, 20)]
    public double LingerMilliseconds { get; set; }

    /// <summary>Seconds that a text may wait for its run.</summary>
    [Range(0.1, 600)]
    public double QueueTimeoutSeconds { get; set; } = 30;
}
