using Microsoft.ML.OnnxRuntime;
using TrendGrains.Inference.Catalog;
using TrendGrains.Inference.Onnx;
using TrendGrains.Inference.Serving;
using TrendGrains.Inference.Tokenizers.Hub;

namespace TrendGrains.Inference.Transformers;

/// <summary>
/// A model from a hub, unchanged: its <c>tokenizer.json</c>, its graph, and what its <c>config.json</c> says of labels and padding. Texts in;
/// vectors or scores out. Safe for use by several threads; dispose it when none is inside.
/// </summary>
internal sealed class TransformerModel : IBatchModel<string, TokenizedText>, ITextModel
{
    // Tokens of one run, padding included: its widest intermediate then fits in a core's share of the cache.
    private const int CellsInRun = 1 << 12;
    private const int ShortestBucket = 16;

    private readonly ModelEntry entry;
    private readonly TransformerSettings settings;
    private readonly HubConfig config;
    private readonly TransformerGraph graph;
    private readonly TextRows rows;
    private readonly int? pad;

    private TransformerModel(ModelEntry entry, HubConfig config, HubTokenizer tokenizer, TransformerGraph graph)
    {
        (this.entry, this.config, this.graph) = (entry, config, graph);
        settings = entry.Transformer!;
        rows = new TextRows(tokenizer, settings, entry.Labels);
        // A head that looks for a row's last token finds it by the config's padding; every other graph goes by the mask, and any token will do.
        pad = config.PadId ?? (settings.Kind == TransformerSettings.Embedding ? tokenizer.Padding?.Id ?? tokenizer.IdOf("[PAD]") ?? tokenizer.IdOf("<pad>") ?? 0 : null);
    }

    /// <param name="threads">Threads that one run may use.</param>
    /// <exception cref="ModelCatalogException">A file is missing or not what the catalog describes; the message names the model and the file.</exception>
    public static TransformerModel Open(ModelEntry entry, int threads)
    {
        entry.ThrowIfBroken();
        var config = HubConfig.Read(entry);
        if (entry.Transformer!.Kind == TransformerSettings.ZeroShot && config.Entailment is null)
        {
            throw new ModelCatalogException($"Model '{entry.Name}': {Path.Combine(entry.Folder, HubConfig.FileName)} names no label 'entailment', so that the model cannot choose among labels.");
        }
        var tokenizer = ReadTokenizer(entry);
        var graph = TransformerGraph.Open(entry, threads);
        try
        {
            var model = new TransformerModel(entry, config, tokenizer, graph);
            model.Try();
            return model;
        }
        catch
        {
            graph.Dispose();
            throw;
        }
    }

    public BatchShape Shape { get; } = new(ShortestBucket, CellsInRun);

    public TokenizedText Ready(string item) => rows.Of(item);

    public int Length(TokenizedText item) => item.Tokens;

    public IEnumerable<string> WarmUp() => ["", "warm", .. Enumerable.Repeat("the first batch is slow, 첫 묶음은 느리다", 8)];

    public float[][] Run(IReadOnlyList<string> texts) => RunItems([.. texts.Select(Ready)]);

    public IReadOnlyList<float[]> Run(IReadOnlyList<TokenizedText> items) => RunItems(items);

    public void Dispose() => graph.Dispose();

    private float[][] RunItems(IReadOnlyList<TokenizedText> items)
    {
        var all = new TokenizedRow[items.Sum(i => i.Rows.Length)];
        var at = 0;
        foreach (var item in items)
        {
            item.Rows.CopyTo(all, at);
            at += item.Rows.Length;
        }
        var results = RunRows(all);
        if (settings.Kind != TransformerSettings.ZeroShot)
        {
            return results;
        }
        var scores = new float[items.Count][];
        for (int i = 0, from = 0; i < scores.Length; from += items[i++].Rows.Length)
        {
            scores[i] = Chosen(results.AsSpan(from, items[i].Rows.Length));
        }
        return scores;
    }

    private static HubTokenizer ReadTokenizer(ModelEntry entry)
    {
        var path = Path.Combine(entry.Folder, TransformerSettings.TokenizerFile);
        try
        {
            return HubTokenizer.Parse(File.ReadAllBytes(path));
        }
        catch (Exception e) when (e is TokenizerFormatException or IOException or UnauthorizedAccessException)
        {
            throw new ModelCatalogException($"Model '{entry.Name}': {path} {(e is TokenizerFormatException ? "cannot be followed" : "cannot be read")}: {e.Message}", e);
        }
    }

    /// <summary>A run now tells of a graph that fits in shape and not in size: more tokens than it has rows for, or fewer places than the catalog says.</summary>
    private void Try()
    {
        var longest = string.Concat(Enumerable.Repeat("가 a ", Math.Min(settings.MaxTokens, 1024)));
        try
        {
            RunItems([Ready("warm"), Ready(longest)]);
        }
        catch (Exception e) when (e is OnnxRuntimeException or InvalidOperationException or TokenizerFormatException or ArgumentOutOfRangeException)
        {
            throw new ModelCatalogException($"Model '{entry.Name}': {entry.OnnxPath} does not run on what {TransformerSettings.TokenizerFile} makes of a text of {settings.MaxTokens} tokens: {e.Message}", e);
        }
    }

    private float[][] RunRows(TokenizedRow[] all)
    {
        var order = new int[all.Length];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }
        // Neighbours of like length waste little padding.
        Array.Sort(order, (a, b) => all[a].Ids.Length != all[b].Ids.Length ? all[a].Ids.Length.CompareTo(all[b].Ids.Length) : a.CompareTo(b));
        var sorted = Array.ConvertAll(order, i => all[i]);
        var results = new float[all.Length][];
        for (var start = 0; start < sorted.Length;)
        {
            var count = RunLength(sorted, start);
            var from = start;
            graph.Run(sorted.AsSpan(start, count), pad ?? 0, (row, numbers, size) => results[order[from + row]] = Result(numbers, size, sorted[from + row].Ids.Length));
            start += count;
        }
        return results;
    }

    /// <summary>How many rows from here on share a run: until padding would exceed what is real by a quarter, or memory its bound.</summary>
    private int RunLength(TokenizedRow[] sorted, int start)
    {
        var real = 0L;
        for (var end = start; end < sorted.Length; end++)
        {
            var width = sorted[end].Ids.Length;
            var cells = (long)width * (end - start + 1);
            real += width;
            var wastes = cells > CellsInRun || (cells > CellsInRun / 8 && cells > real + (real / 4));
            // A graph that knows no padding takes only rows of one length together.
            if (end > start && (wastes || (pad is null && width != sorted[start].Ids.Length)))
            {
                return end - start;
            }
        }
        return sorted.Length - start;
    }

    private float[] Result(ReadOnlySpan<float> numbers, int size, int tokens)
    {
        switch (settings.Kind)
        {
            case TransformerSettings.Embedding:
                Expect(size, entry.Dimension, size >= entry.Dimension);
                var vector = graph.IsByToken
                    ? Pooling.Pool(numbers, size, Math.Max(1, tokens), settings.Pooling ?? "mean", entry.Dimension)
                    : numbers[..entry.Dimension].ToArray();
                if (settings.Normalize ?? true)
                {
                    Pooling.Normalize(vector);
                }
                return vector;
            case TransformerSettings.Classification:
                Expect(size, entry.Labels.Count, size == entry.Labels.Count);
                return LabelScores.OfLogits(numbers, config.ProblemType);
            default:
                var needed = Math.Max(config.Entailment!.Value, config.Contradiction ?? 0) + 1;
                Expect(size, needed, size >= needed);
                return numbers.ToArray();
        }
    }

    private void Expect(int size, int wanted, bool holds)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"Model '{entry.Name}': {entry.OnnxPath} gave {size} numbers for a text where {wanted} are wanted.");
        }
    }

    private float[] Chosen(ReadOnlySpan<float[]> logits)
    {
        var entailment = new float[logits.Length];
        var against = config.Contradiction is null ? [] : new float[logits.Length];
        for (var i = 0; i < logits.Length; i++)
        {
            entailment[i] = logits[i][config.Entailment!.Value];
            if (config.Contradiction is { } contradiction)
            {
                against[i] = logits[i][contradiction];
            }
        }
        return LabelScores.OfEntailment(entailment, against, settings.MultiLabel || logits.Length == 1);
    }
}
