using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using TrendGrains.Inference.Catalog;
using TrendGrains.Inference.Serving;
using TrendGrains.Inference.Tokenizers;

namespace TrendGrains.Inference.Onnx;

/// <summary>
/// A model over hashed n-grams: inputs <c>ids</c> and <c>weights</c> [texts, n-grams], one output [texts, width]. Safe for use by several
/// threads; dispose it when none is inside.
/// </summary>
internal sealed class HashedTextModel : IBatchModel<string, TokenFeatures>, ITextModel
{
    // The widest intermediate is cells x table width floats: 4 MB here, which a core's cache holds; larger runs are slower a text.
    private const int CellsInRun = 1 << 13;

    private static readonly string[] inputs = ["ids", "weights"];
    private static readonly Comparer<TokenFeatures> byCount = Comparer<TokenFeatures>.Create((a, b) => a.Count.CompareTo(b.Count));

    private readonly InferenceSession session;
    private readonly ITextFeatures tokenizer;
    private readonly RunOptions runOptions = new();
    private readonly string[] outputs;
    private readonly string model;
    private readonly int width;
    private readonly int threads;

    private HashedTextModel(ModelEntry entry, InferenceSession session, string output, int width, int threads)
    {
        (this.session, this.width, this.threads) = (session, width, threads);
        (model, outputs, tokenizer) = (entry.Name, [output], ITextFeatures.Of(entry.Tokenizer!));
    }

    /// <param name="output">Name of the output.</param>
    /// <param name="width">Numbers in one text's result.</param>
    /// <param name="threads">Threads that one call may use.</param>
    /// <param name="file">One of the files that only measurements open (<see cref="ModelEntry.Evaluation"/>); null is the model itself.</param>
    /// <exception cref="ModelCatalogException">The file is not the model that the catalog describes.</exception>
    public static HashedTextModel Open(ModelEntry entry, string output, int width, int threads, string? file = null)
    {
        entry.ThrowIfBroken();
        var path = file is null ? entry.OnnxPath : entry.EvaluationPath(file);
        InferenceSession session;
        try
        {
            session = OnnxModel.Open(path, threads);
        }
        catch (OnnxRuntimeException e)
        {
            throw new ModelCatalogException($"Model '{entry.Name}': {path} cannot be opened: {e.Message}", e);
        }
        try
        {
            Expect(entry, session.InputMetadata, inputs[0], TensorElementType.Int32, -1);
            Expect(entry, session.InputMetadata, inputs[1], TensorElementType.Float, -1);
            Expect(entry, session.OutputMetadata, output, TensorElementType.Float, width);
            return new HashedTextModel(entry, session, output, width, threads);
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>A run parts short from long itself, which here costs less than more batches would.</summary>
    public BatchShape Shape { get; } = new();

    public TokenFeatures Ready(string item) => tokenizer.Features(item);

    public int Length(TokenFeatures item) => item.Count;

    public IEnumerable<string> WarmUp() => ["", "warm", .. Enumerable.Repeat("the first batch is slow, 첫 묶음은 느리다", 64)];

    /// <summary>The numbers of each text, in order.</summary>
    public float[][] Run(IReadOnlyList<string> texts)
    {
        var features = new TokenFeatures[texts.Count];
        if (threads > 1 && texts.Count >= 16)
        {
            Parallel.For(0, features.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, i => features[i] = tokenizer.Features(texts[i]));
        }
        else
        {
            for (var i = 0; i < features.Length; i++)
            {
                features[i] = tokenizer.Features(texts[i]);
            }
        }
        return Sorted(features);
    }

    public IReadOnlyList<float[]> Run(IReadOnlyList<TokenFeatures> items) => Sorted([.. items]);

    public void Dispose()
    {
        runOptions.Dispose();
        session.Dispose();
    }

    private float[][] Sorted(TokenFeatures[] features)
    {
        var order = new int[features.Length];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }
        // Neighbours of like length waste little padding.
        Array.Sort(features, order, byCount);
        var rows = new float[features.Length][];
        for (var start = 0; start < features.Length;)
        {
            var length = RunLength(features, start);
            Run(features.AsSpan(start, length), order.AsSpan(start, length), rows);
            start += length;
        }
        return rows;
    }

    /// <summary>How many texts from here on share a run: until padding would exceed what is real by half, or memory its bound.</summary>
    private static int RunLength(TokenFeatures[] features, int start)
    {
        var real = 0L;
        for (var end = start; end < features.Length; end++)
        {
            var width = features[end].Count;
            var cells = (long)width * (end - start + 1);
            real += width;
            // A small batch is run whole: starting another run costs more than its padding.
            if (end > start && (cells > CellsInRun || (cells > CellsInRun / 4 && cells > real + (real / 2))))
            {
                return end - start;
            }
        }
        return features.Length - start;
    }

    private void Run(ReadOnlySpan<TokenFeatures> texts, ReadOnlySpan<int> places, float[][] rows)
    {
        using var batch = new FeatureBatch(texts, texts[^1].Count);
        using var results = session.Run(runOptions, inputs, batch.Values, outputs);
        var shape = results[0].GetTensorTypeAndShape().Shape;
        if (shape is not [var count, var wide] || count != texts.Length || wide != width)
        {
            throw new InvalidOperationException($"Model '{model}' gave [{string.Join(", ", shape)}] for {texts.Length} texts of {width} numbers.");
        }
        var numbers = results[0].GetTensorDataAsSpan<float>();
        for (var row = 0; row < texts.Length; row++)
        {
            rows[places[row]] = numbers.Slice(row * width, width).ToArray();
        }
    }

    private static void Expect(
        ModelEntry entry, IReadOnlyDictionary<string, NodeMetadata> nodes, string name, TensorElementType type, int width)
    {
        if (!nodes.TryGetValue(name, out var node)
            || !node.IsTensor
            || node.ElementDataType != type
            || node.Dimensions is not [-1, var last]
            || last != width)
        {
            throw new ModelCatalogException($"Model '{entry.Name}': {entry.OnnxPath} has no tensor '{name}' of {type} shaped [any, {(width < 0 ? "any" : width)}].");
        }
    }
}
