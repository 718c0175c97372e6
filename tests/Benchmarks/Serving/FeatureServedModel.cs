using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using TrendGrains.Abstractions.ModelWorkers;
using TrendGrains.Inference;
using TrendGrains.Inference.Catalog;
using TrendGrains.Inference.Scoring;

namespace TrendGrains.Benchmarks.Serving;

/// <summary>A model that ships, over rows of features: every way gets the same numbers.</summary>
internal sealed class FeatureServedModel : ServedModel
{
    private const int Items = 4096;

    private readonly ModelEntry entry;
    private readonly FeatureModel model;
    private readonly ModelWorkers single = Workers(maxBatch: 1);
    private readonly ModelWorkers batched = Workers(maxBatch: 256);
    private readonly IModelWorkerGrain grain;
    private readonly float[][] rows;

    public FeatureServedModel(string name, IGrainFactory grains)
    {
        entry = ModelCatalog.Load(ModelsFolder.Find()).Single(m => m.Name == name);
        model = FeatureModel.Open(entry);
        grain = grains.GetGrain<IModelWorkerGrain>(name);
        var random = new Random(7);
        rows = [.. Enumerable.Range(0, Items).Select(_ => entry.Features.Select(_ => random.NextSingle()).ToArray())];
    }

    public override string Name => $"{entry.Name} ({entry.Features.Count} numbers)";

    public override string OnnxPath => entry.OnnxPath;

    public override double BatchSize => batched.Snapshot().Single().Queue!.BatchSize;

    public override void RunAlone(int item) => model.Score(rows[item % Items], 1);

    public override Task OneARunAsync(int item) => single.ScoreAsync(entry.Name, [rows[item % Items]], default);

    public override Task BatchedAsync(int item) => batched.ScoreAsync(entry.Name, [rows[item % Items]], default);

    public override Task GrainAsync(int item) => grain.ScoreAsync(new ScoreBatch([rows[item % Items]]), default);

    public override JsonObject Tensors(int item) => new() { ["features"] = Tensor("float32", [1, entry.Features.Count], rows[item % Items]) };

    public override async ValueTask DisposeAsync()
    {
        await single.DisposeAsync();
        await batched.DisposeAsync();
        model.Dispose();
    }

    /// <summary>Nothing is remembered, or the second round would measure the memory.</summary>
    internal static ModelWorkers Workers(int maxBatch) =>
        new(Options.Create(new InferenceOptions { CacheMegabytes = 0, MaxBatch = maxBatch }), TimeProvider.System);
}
