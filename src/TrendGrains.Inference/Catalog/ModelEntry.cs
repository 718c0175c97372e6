namespace TrendGrains.Inference.Catalog;

/// <summary>One model of <c>models/catalog.json</c>, its files present and their hashes as written there unless it has a <see cref="Problem"/>.</summary>
/// <param name="Name">What callers ask for, e.g. <c>text-embedding</c>.</param>
/// <param name="Version">Changes with every file; results made by different versions do not mix.</param>
/// <param name="Task">What it does: <c>text-embedding</c>, <c>page-kind</c>, …</param>
/// <param name="Folder">Full path of the folder that holds the files.</param>
/// <param name="License">Terms of the weights.</param>
/// <param name="Source">What made it: a script of this repository or an address.</param>
public sealed record ModelEntry(
    string Name,
    string Version,
    string Task,
    string Folder,
    IReadOnlyList<ModelFile> Files,
    string License,
    string Source)
{
    /// <summary>How a model that reads text cuts it up; null for one that takes numbers.</summary>
    public TokenizerSettings? Tokenizer { get; init; }

    /// <summary>How a graph from a model hub is served; null for the models of this repository's own kinds.</summary>
    public TransformerSettings? Transformer { get; init; }

    /// <summary>Numbers in one vector of a model that embeds; 0 for any other.</summary>
    public int Dimension { get; init; }

    /// <summary>Names of the numbers that make a row, in the order of the model's input; empty for a model that reads text.</summary>
    public IReadOnlyList<string> Features { get; init; } = [];

    /// <summary>Names of the scores of a row, in the order of the model's output.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>Label → the score from which it counts as decided, chosen on a validation part.</summary>
    public IReadOnlyDictionary<string, double> Thresholds { get; init; } = new Dictionary<string, double>();

    /// <summary>The median of each feature in training, in their order; empty where nobody asks what a feature changed.</summary>
    public IReadOnlyList<float> Typical { get; init; } = [];

    /// <summary>A value of each feature that stands out (the 95th percentile in training), to ask what its absence changed; as long as <see cref="Typical"/>.</summary>
    public IReadOnlyList<float> Marked { get; init; } = [];

    /// <summary>Files that only measurements open (those of a cross-validation): a platform starts without them, so they are proved when they are asked for.</summary>
    public IReadOnlyList<ModelFile> Evaluation { get; init; } = [];

    /// <summary>What the weights were learned from; empty where the model's own metrics.json says it.</summary>
    public IReadOnlyList<TrainingSet> TrainedOn { get; init; } = [];

    /// <summary>Whether results are kept in the database; null leaves it to what an item costs. Rows of features are not even remembered unless it says so.</summary>
    public bool? KeepsResults { get; init; }

    /// <summary>Why it cannot be used, naming the file; null where the catalog and its files agree.</summary>
    public string? Problem { get; init; }

    /// <summary>Whether the operator added it, beside the models that ship.</summary>
    public bool IsOwn { get; init; }

    /// <summary>Whether it is asked over the network: see <see cref="External.ExternalModels"/>.</summary>
    public bool IsExternal { get; init; }

    /// <summary>Whether it reads text and gives a score for each label.</summary>
    public bool ClassifiesText => (Tokenizer is not null || Transformer is not null || IsExternal) && Labels.Count > 0;

    /// <summary>Full path of the ONNX file.</summary>
    public string OnnxPath => Path.Combine(Folder, "model.onnx");

    /// <exception cref="ModelCatalogException">It has a <see cref="Problem"/>.</exception>
    public void ThrowIfBroken()
    {
        if (Problem is not null)
        {
            throw new ModelCatalogException(Problem);
        }
    }

    /// <summary>Full path of a file of <see cref="Evaluation"/>, its hash as written there.</summary>
    /// <exception cref="ModelCatalogException">The catalog does not list it, or it is missing or altered.</exception>
    public string EvaluationPath(string file) =>
        (Evaluation.FirstOrDefault(f => f.Name == file) ?? throw new ModelCatalogException($"Model '{Name}': the catalog lists no file '{file}' for evaluation."))
            .Verify(Name, Folder);
}

/// <param name="License">Its terms, or <c>own</c>.</param>
/// <param name="Rows">Pages, texts or sentences of it; null where they were not counted.</param>
public sealed record TrainingSet(string Set, string License, int? Rows);

/// <summary>How text becomes the model's input.</summary>
/// <param name="Kind">Which tokenizer: <c>hashed-ngrams-1</c> or <c>hashed-ngrams-2</c>.</param>
/// <param name="Buckets">Rows of the model's table.</param>
/// <param name="MaxChars">Code points of a text that are read.</param>
/// <param name="CjkNGrams">Shortest and longest n-gram in words that hold Hangul, Han or Kana.</param>
/// <param name="OtherNGrams">Shortest and longest n-gram in all other words.</param>
public sealed record TokenizerSettings(string Kind, int Buckets, int MaxChars, int[] CjkNGrams, int[] OtherNGrams)
{
    /// <summary>Shortest and longest run of whole words; only <c>hashed-ngrams-2</c> has any.</summary>
    public int[]? WordNGrams { get; init; }
}
