namespace TrendGrains.Inference.Catalog;

/// <summary>How a graph from a model hub is served: beside <c>model.onnx</c> lie its <c>tokenizer.json</c> and its <c>config.json</c>.</summary>
/// <param name="Kind"><c>embedding</c>, <c>classification</c>, or <c>zero-shot</c>: natural language inference over labels that it never saw.</param>
/// <param name="MaxTokens">Tokens of a text that are read, special ones included.</param>
/// <param name="Pooling">For an embedding: <c>mean</c>, <c>cls</c> (the first token) or <c>last</c>; null is mean.</param>
/// <param name="Normalize">Whether vectors get length one; null is yes. They are cut to the entry's dimension before that (Matryoshka).</param>
/// <param name="Prefix">What stands before each text, e.g. <c>passage: </c>. A second entry over the same folder may have that of queries.</param>
/// <param name="Hypothesis">For zero-shot: a sentence with <c>{}</c> for the label; null is <c>This example is {}.</c></param>
/// <param name="MultiLabel">For zero-shot: each label is judged alone, and several may hold.</param>
public sealed record TransformerSettings(
    string Kind,
    int MaxTokens = 512,
    string? Pooling = null,
    bool? Normalize = null,
    string? Prefix = null,
    string? Hypothesis = null,
    bool MultiLabel = false)
{
    public const string Embedding = "embedding";
    public const string Classification = "classification";
    public const string ZeroShot = "zero-shot";

    public const string TokenizerFile = "tokenizer.json";

    /// <summary>Null when an entry with these settings can be served.</summary>
    /// <param name="dimension">Of the entry.</param>
    /// <param name="labels">Of the entry.</param>
    internal string? WhyRefused(int dimension, int labels, ICollection<string> files) => this switch
    {
        { Kind: not (Embedding or Classification or ZeroShot) } => $"transformer kind '{Kind}' is unknown; this version knows {Embedding}, {Classification} and {ZeroShot}.",
        { MaxTokens: < 8 or > 1 << 17 } => $"maxTokens {MaxTokens} is not between 8 and {1 << 17}.",
        { Pooling: not (null or "mean" or "cls" or "last") } => $"pooling '{Pooling}' is unknown; this version knows mean, cls and last.",
        { Hypothesis: { } hypothesis } when !hypothesis.Contains("{}", StringComparison.Ordinal) => $"the hypothesis '{hypothesis}' has no {{}} for the label.",
        { Kind: Embedding } when dimension < 1 => "a transformer that embeds has no dimension.",
        { Kind: Classification or ZeroShot } when labels < 1 => $"a transformer for {Kind} has no labels.",
        _ when !files.Contains(TokenizerFile) => $"its files lack {TokenizerFile}.",
        _ => null,
    };
}
