using System.Text.Json.Nodes;
using TrendGrains.Abstractions.ModelWorkers;
using TrendGrains.Inference;
using TrendGrains.Inference.Catalog;
using TrendGrains.Inference.Embedding;

namespace TrendGrains.Benchmarks.Serving;

/// <summary>The shipped embedding of headlines. Here every way but the server's gets the text and cuts it up itself; the server gets the tensors ready-made.</summary>
internal sealed class TextServedModel : ServedModel
{
    private readonly ModelEntry entry = ModelCatalog.Load(ModelsFolder.Find()).Single(m => m.Name == "text-embedding");
    private readonly TextEmbedder model;
    private readonly ModelWorkers single = FeatureServedModel.Workers(maxBatch: 1);
    private readonly ModelWorkers batched = FeatureServedModel.Workers(maxBatch: 256);
    private readonly IModelWorkerGrain grain;
    private readonly string[] titles =
    [
        .. Enumerable.Range(0, 500).Select(i => $"한국은행 기준금리 {i % 40 * 0.25:0.00}% 동결…시장 \"{i}번째 예상 부합\""),
        .. Enumerable.Range(0, 500).Select(i => $"Central bank holds its key rate at {i % 40 * 0.25:0.00}% as analyst number {i} expected"),
    ];

    public TextServedModel(IGrainFactory grains)
    {
        (model, grain) = (TextEmbedder.Open(entry), grains.GetGrain<IModelWorkerGrain>(entry.Name));
        new Random(7).Shuffle(titles);
    }

    public override string Name => "text-embedding (headlines, cut up here)";

    public override string OnnxPath => entry.OnnxPath;

    public override double BatchSize => batched.Snapshot().Single().Queue!.BatchSize;

    public override void RunAlone(int item) => model.Embed([titles[item % titles.Length]]);

    public override Task OneARunAsync(int item) => single.EmbedAsync(entry.Name, [titles[item % titles.Length]], default);

    public override Task BatchedAsync(int item) => batched.EmbedAsync(entry.Name, [titles[item % titles.Length]], default);

    public override Task GrainAsync(int item) => grain.EmbedAsync(new EmbedBatch([titles[item % titles.Length]]), default);

    public override JsonObject Tensors(int item)
    {
        // As many distinct n-grams as such a headline has; which ones they are costs the model nothing.
        var count = 2 * titles[item % titles.Length].Length;
        return new JsonObject
        {
            ["ids"] = Tensor("int32", [1, count], Enumerable.Range(0, count).Select(i => ((item * 31) + (i * 7)) % entry.Tokenizer!.Buckets)),
            ["weights"] = Tensor("float32", [1, count], Enumerable.Repeat(1f, count)),
        };
    }

    public override async ValueTask DisposeAsync()
    {
        await single.DisposeAsync();
        await batched.DisposeAsync();
        model.Dispose();
    }
}
