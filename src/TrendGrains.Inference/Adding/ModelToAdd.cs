namespace TrendGrains.Inference.Adding;

/// <summary>A folder that an operator brings, and what is said of it.</summary>
/// <param name="Folder">Holds <c>model.onnx</c>, or <c>onnx/model.onnx</c> or a quantised one, and for one that cuts text itself <c>tokenizer.json</c> and <c>config.json</c>.</param>
/// <param name="Name">What callers ask for; that of a listed model makes it a version of that model.</param>
/// <param name="Task">topic, tone, severity, text-embedding, …: what its answers are for.</param>
public sealed record ModelToAdd(string Folder, string Name, string Task)
{
    /// <summary>Null is made from the weights.</summary>
    public string? Version { get; init; }

    /// <summary>Names of its scores; those of its config.json where empty.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>mean, cls or last, for one that embeds; null takes what <c>1_Pooling/config.json</c> says, else mean.</summary>
    public string? Pooling { get; init; }

    /// <summary>What stands before each text, e.g. <c>query: </c>.</summary>
    public string? Prefix { get; init; }

    /// <summary>With <c>{}</c> for a label: makes a model of natural language inference choose among labels that it never saw.</summary>
    public string? Hypothesis { get; init; }

    public string License { get; init; } = "unknown";

    /// <summary>The name of a listed model whose inputs and labels it has: a model of this repository's own kinds, trained anew.</summary>
    public string? Like { get; init; }
}

/// <summary>A model was not added, or does not pass; the message names it, the file, and what is wrong.</summary>
public sealed class ModelRefusedException(string message, Exception? inner = null) : Exception(message, inner);
