using System.Buffers;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using TrendGrains.Inference.Catalog;
using TrendGrains.Inference.Onnx;
using TrendGrains.Inference.Serving;

namespace TrendGrains.Inference.Scoring;

/// <summary>
/// Rows of named numbers in, one score for each label out: an ONNX model with the input <c>features</c> [rows, features] and the output
/// <c>scores</c> [rows, labels]. Safe for use by several threads; dispose it when none is inside.
/// </summary>
public sealed class FeatureModel : IBatchModel<float[], float[]>
{
    private static readonly string[] inputs = ["features"];
    private static readonly string[] outputs = ["scores"];

    private readonly InferenceSession session;
    private readonly RunOptions runOptions = new();

    private FeatureModel(ModelEntry entry, InferenceSession session) => (Entry, this.session) = (entry, session);

    public ModelEntry Entry { get; }

    /// <param name="threads">Threads that one call may use.</param>
    /// <param name="file">One of the files that only measurements open (<see cref="ModelEntry.Evaluation"/>); null is the model itself.</param>
    /// <exception cref="ModelCatalogException">The file is not the model that the catalog describes.</exception>
    public static FeatureModel Open(ModelEntry entry, int threads = 1, string? file = null)
    {
        entry.ThrowIfBroken();
        if (entry.Features.Count == 0)
        {
            throw new ModelCatalogException($"Model '{entry.Name}' is for the task '{entry.Task}', which takes no rows of features.");
        }
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
            Expect(entry, session.InputMetadata, inputs[0], entry.Features.Count);
            Expect(entry, session.OutputMetadata, outputs[0], entry.Labels.Count);
            return new FeatureModel(entry, session);
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>The scores of <paramref name="rows"/> rows that lie one after another; so do their scores.</summary>
    /// <exception cref="ArgumentException">The numbers are not that many rows.</exception>
    public float[] Score(ReadOnlySpan<float> features, int rows)
    {
        if (features.Length != rows * Entry.Features.Count)
        {
            throw new ArgumentException($"Model '{Entry.Name}' takes {Entry.Features.Count} features a row; {features.Length} numbers are not {rows} rows.", nameof(features));
        }
        if (rows == 0)
        {
            return [];
        }
        var buffer = ArrayPool<float>.Shared.Rent(features.Length);
        try
        {
            features.CopyTo(buffer);
            using var value = OrtValue.CreateTensorValueFromMemory(buffer, [rows, Entry.Features.Count]);
            using var results = session.Run(runOptions, inputs, [value], outputs);
            var scores = results[0].GetTensorDataAsSpan<float>();
            if (scores.Length != rows * Entry.Labels.Count)
            {
                throw new InvalidOperationException($"Model '{Entry.Name}' gave {scores.Length} scores for {rows} rows of {Entry.Labels.Count} labels.");
            }
            return scores.ToArray();
        }
        finally
        {
            ArrayPool<float>.Shared.Return(buffer);
        }
    }

    /// <summary>The scores of each row, in order.</summary>
    public float[][] Score(IReadOnlyList<float[]> rows)
    {
        var width = Entry.Features.Count;
        var flat = new float[rows.Count * width];
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].Length != width)
            {
                throw new ArgumentException($"Model '{Entry.Name}' takes {width} features a row; row {i} has {rows[i].Length}.", nameof(rows));
            }
            rows[i].CopyTo(flat, i * width);
        }
        var scores = Score(flat, rows.Count);
        var each = new float[rows.Count][];
        for (var i = 0; i < each.Length; i++)
        {
            each[i] = scores.AsSpan(i * Entry.Labels.Count, Entry.Labels.Count).ToArray();
        }
        return each;
    }

    BatchShape IBatchModel<float[], float[]>.Shape { get; } = new();

    float[] IBatchModel<float[], float[]>.Ready(float[] item) => item;

    int IBatchModel<float[], float[]>.Length(float[] item) => 1;

    IReadOnlyList<float[]> IBatchModel<float[], float[]>.Run(IReadOnlyList<float[]> items) => Score(items);

    IEnumerable<float[]> IBatchModel<float[], float[]>.WarmUp() => [new float[Entry.Features.Count], new float[Entry.Features.Count]];

    public void Dispose()
    {
        runOptions.Dispose();
        session.Dispose();
    }

    private static void Expect(ModelEntry entry, IReadOnlyDictionary<string, NodeMetadata> nodes, string name, int width)
    {
        if (!nodes.TryGetValue(name, out var node)
            || !node.IsTensor
            || node.ElementDataType != TensorElementType.Float
            || node.Dimensions is not [-1, var last]
            || last != width)
        {
            throw new ModelCatalogException($"Model '{entry.Name}': {entry.OnnxPath} has no tensor '{name}' of Float shaped [any, {width}].");
        }
    }
}
