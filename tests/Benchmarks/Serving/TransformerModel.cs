using System.Buffers;
using System.Text.Json.Nodes;
using Microsoft.ML.OnnxRuntime;
using TrendGrains.Inference.Batching;

namespace TrendGrains.Benchmarks.Serving;

/// <summary>The made-up encoder on token ids of headlines' lengths: most of 8 to 40 tokens, one in twenty of 64 to 128.</summary>
internal sealed class TransformerModel : ServedModel
{
    private const int Items = 512;

    private static readonly string[] inputs = ["input_ids", "attention_mask"];
    private static readonly string[] outputs = ["vectors"];

    private readonly string path = TransformerFile.Ensure();
    private readonly InferenceSession session;
    private readonly RunOptions options = new();
    private readonly long[][] items;
    private readonly ModelThreads threads = new(Environment.ProcessorCount);
    private readonly BatchingQueue<long[], float[]> single;
    private readonly BatchingQueue<long[], float[]> batched;
    private readonly IQueueGrain[] grains;

    public TransformerModel(IGrainFactory grains)
    {
        using var settings = new SessionOptions { IntraOpNumThreads = 1, InterOpNumThreads = 1, GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL };
        settings.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        session = new InferenceSession(path, settings);
        var random = new Random(7);
        items = [.. Enumerable.Range(0, Items).Select(i => Enumerable.Range(0, i % 20 == 19 ? random.Next(64, 129) : random.Next(8, 41)).Select(_ => (long)random.Next(TransformerFile.Vocabulary)).ToArray())];
        var shape = new BatchingOptions(64, 8192, TimeSpan.Zero, TimeSpan.FromMinutes(1)) { Runners = threads.Count, BucketStep = 8, MostCells = 1024 };
        single = new("encoder", Run, shape with { MaxBatch = 1 }, TimeProvider.System, threads, item => item.Length);
        batched = new("encoder", Run, shape, TimeProvider.System, threads, item => item.Length);
        QueueGrain.Queue = batched;
        this.grains = [grains.GetGrain<IQueueGrain>("encoder")];
    }

    public override string Name => "encoder of 22 M parameters";

    public override string OnnxPath => path;

    public override double BatchSize => batched.Snapshot().BatchSize;

    public override void RunAlone(int item) => Run([items[item % Items]]);

    public override Task OneARunAsync(int item) => single.RunAsync(items[item % Items], default);

    public override Task BatchedAsync(int item) => batched.RunAsync(items[item % Items], default);

    public override Task GrainAsync(int item) => grains[0].RunAsync(items[item % Items]);

    public override JsonObject Tensors(int item)
    {
        var tokens = items[item % Items];
        return new JsonObject
        {
            ["input_ids"] = Tensor("int64", [1, tokens.Length], tokens),
            ["attention_mask"] = Tensor("int64", [1, tokens.Length], tokens.Select(_ => 1)),
        };
    }

    public override async ValueTask DisposeAsync()
    {
        await single.DisposeAsync();
        await batched.DisposeAsync();
        threads.Dispose();
        options.Dispose();
        session.Dispose();
    }

    private float[][] Run(IReadOnlyList<long[]> texts)
    {
        var width = texts.Max(t => t.Length);
        var (ids, mask) = (ArrayPool<long>.Shared.Rent(texts.Count * width), ArrayPool<long>.Shared.Rent(texts.Count * width));
        for (var row = 0; row < texts.Count; row++)
        {
            var length = texts[row].Length;
            var own = ids.AsSpan(row * width, width);
            texts[row].CopyTo(own);
            own[length..].Clear();
            var present = mask.AsSpan(row * width, width);
            present[..length].Fill(1);
            present[length..].Clear();
        }

        using var idValue = OrtValue.CreateTensorValueFromMemory(ids, [texts.Count, width]);
        using var maskValue = OrtValue.CreateTensorValueFromMemory(mask, [texts.Count, width]);
        using var results = session.Run(options, inputs, [idValue, maskValue], outputs);
        var numbers = results[0].GetTensorDataAsSpan<float>();
        var vectors = new float[texts.Count][];
        for (var row = 0; row < vectors.Length; row++)
        {
            vectors[row] = numbers.Slice(row * TransformerFile.Width, TransformerFile.Width).ToArray();
        }

        ArrayPool<long>.Shared.Return(ids);
        ArrayPool<long>.Shared.Return(mask);
        return vectors;
    }
}
