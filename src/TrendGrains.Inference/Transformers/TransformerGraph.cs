using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using TrendGrains.Inference.Catalog;
using TrendGrains.Inference.Onnx;

namespace TrendGrains.Inference.Transformers;

/// <summary>A graph with a hub's input and output names. Safe for use by several threads; dispose it when none is inside.</summary>
internal sealed class TransformerGraph : IDisposable
{
    private readonly InferenceSession session;
    private readonly RunOptions runOptions = new();
    private readonly ModelEntry entry;
    private readonly GraphInput[] inputs;
    private readonly string[] inputNames;
    private readonly string[] outputNames;

    private TransformerGraph(ModelEntry entry, InferenceSession session)
    {
        (this.entry, this.session) = (entry, session);
        inputs = Inputs();
        inputNames = [.. inputs.Select(i => i.Name)];
        (outputNames, IsByToken) = Output();
    }

    /// <summary>Whether it gives numbers for each token, which are to be pooled; else for each row.</summary>
    public bool IsByToken { get; }

    /// <exception cref="ModelCatalogException">The file is no graph of this kind; the message names it and what is wrong.</exception>
    public static TransformerGraph Open(ModelEntry entry, int threads)
    {
        InferenceSession session;
        try
        {
            session = OnnxModel.Open(entry.OnnxPath, threads);
        }
        catch (Exception e) when (e is OnnxRuntimeException or IOException or UnauthorizedAccessException)
        {
            throw new ModelCatalogException($"Model '{entry.Name}': {entry.OnnxPath} cannot be opened: {e.Message}", e);
        }
        try
        {
            return new TransformerGraph(entry, session);
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>Runs rows that are padded to the longest, and hands the numbers of each to <paramref name="take"/>.</summary>
    /// <param name="take">Given the row, its numbers (by token: those of all the places one after another) and how many there are a place.</param>
    public void Run(ReadOnlySpan<TokenizedRow> rows, int pad, TakeRow take)
    {
        var width = 1;
        foreach (var row in rows)
        {
            width = Math.Max(width, row.Ids.Length);
        }
        using var batch = new RowBatch(rows, width, inputs, pad);
        using var results = session.Run(runOptions, inputNames, batch.Values, outputNames);
        var shape = results[0].GetTensorTypeAndShape().Shape;
        if (IsByToken ? shape is not [_, _, _] || shape[0] != rows.Length || shape[1] != width : shape is not [_, _] || shape[0] != rows.Length)
        {
            throw new InvalidOperationException($"Model '{entry.Name}': {entry.OnnxPath} gave '{outputNames[0]}' [{string.Join(", ", shape)}] for {rows.Length} rows of {width} tokens.");
        }
        var size = (int)shape[^1];
        var numbers = Numbers(results[0]);
        var places = IsByToken ? width : 1;
        for (var i = 0; i < rows.Length; i++)
        {
            take(i, numbers.Slice(i * places * size, places * size), size);
        }
    }

    public delegate void TakeRow(int row, ReadOnlySpan<float> numbers, int size);

    public void Dispose()
    {
        runOptions.Dispose();
        session.Dispose();
    }

    /// <summary>Half precision is read as it is; everything after is done in single.</summary>
    private ReadOnlySpan<float> Numbers(OrtValue value)
    {
        if (session.OutputMetadata[outputNames[0]].ElementDataType == TensorElementType.Float)
        {
            return value.GetTensorDataAsSpan<float>();
        }
        var halves = MemoryMarshal.Cast<byte, Half>(value.GetTensorDataAsSpan<byte>());
        var numbers = new float[halves.Length];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = (float)halves[i];
        }
        return numbers;
    }

    private GraphInput[] Inputs()
    {
        var found = new List<GraphInput>();
        foreach (var (name, node) in session.InputMetadata)
        {
            var role = GraphInput.RoleOf(name) ?? throw Refused($"wants an input '{name}', which nothing here gives; it takes input_ids, attention_mask, token_type_ids and position_ids");
            if (!node.IsTensor || node.ElementDataType is not (TensorElementType.Int64 or TensorElementType.Int32) || node.Dimensions.Length != 2)
            {
                throw Refused($"has an input '{name}' that is no table of whole numbers [rows, tokens]");
            }
            found.Add(new GraphInput(name, role, node.ElementDataType));
        }
        return found.Any(i => i.Role == InputRole.Ids) ? [.. found] : throw Refused("has no input 'input_ids'");
    }

    private (string[] Names, bool IsByToken) Output()
    {
        var embeds = entry.Transformer!.Kind == TransformerSettings.Embedding;
        string[] wanted = embeds ? ["sentence_embedding", "last_hidden_state", "token_embeddings", "pooler_output"] : ["logits"];
        var outputs = session.OutputMetadata;
        var name = wanted.FirstOrDefault(outputs.ContainsKey) ?? (outputs.Count == 1 ? outputs.Keys.Single() : null)
            ?? throw Refused($"has none of the outputs {string.Join(", ", wanted)}; it has {string.Join(", ", outputs.Keys)}");
        var node = outputs[name];
        if (!node.IsTensor || node.ElementDataType is not (TensorElementType.Float or TensorElementType.Float16))
        {
            throw Refused($"has an output '{name}' that is no tensor of float or half");
        }
        var rank = node.Dimensions.Length;
        if (rank != 2 && !(embeds && rank == 3))
        {
            throw Refused($"has an output '{name}' of {rank} dimensions");
        }
        var least = embeds ? entry.Dimension : entry.Transformer.Kind == TransformerSettings.Classification ? entry.Labels.Count : 2;
        var size = node.Dimensions[^1];
        if (size >= 0 && (embeds || entry.Transformer.Kind == TransformerSettings.ZeroShot ? size < least : size != least))
        {
            throw Refused($"gives {size} numbers as '{name}' where the catalog says {least}");
        }
        return ([name], rank == 3);
    }

    private ModelCatalogException Refused(string what) => new($"Model '{entry.Name}': {entry.OnnxPath} {what}.");
}
