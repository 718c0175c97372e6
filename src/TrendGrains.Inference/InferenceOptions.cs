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

    /// <summary>Processor cores that all models together may use; 0 is all there are.</summary>
    [Range(0, 1024)]
    public int Cores { get; set; }

    /// <summary>Threads that one run may use; so many fewer runs go on at once.</summary>
    [Range(1, 64)]
    public int Threads { get; set; } = 1;

    /// <summary>Milliseconds that a free model waits for a fuller batch; 0 runs whatever waits.</summary>
    [Range(0, 20)]
    public double LingerMilliseconds { get; set; }

    /// <summary>Seconds that a text may wait for its run.</summary>
    [Range(0.1, 600)]
    public double QueueTimeoutSeconds { get; set; } = 30;

    /// <summary>Megabytes of results that are remembered, over all models; 0 remembers none.</summary>
    [Range(0, 65_536)]
    public int CacheMegabytes { get; set; } = 64;

    /// <summary>Results of a model whose items take longer, in milliseconds, are kept in the database too, unless its catalog entry says otherwise: a cheaper one is run again in less time than the look-up takes.</summary>
    [Range(0, 600_000)]
    public double KeepAboveMilliseconds { get; set; } = 3;

    /// <summary>The file that keeps which versions serve; null is <c>versions.json</c> in the operator's own models folder, or else beside the catalog.</summary>
    public string? VersionsFile { get; set; }

    /// <summary>Items of five minutes below which no version is rolled back.</summary>
    [Range(1, 1_000_000)]
    public int RollbackItems { get; set; } = 50;

    /// <summary>The part of items that may fail before a version is rolled back.</summary>
    [Range(0.001, 1)]
    public double RollbackRate { get; set; } = 0.2;
}
