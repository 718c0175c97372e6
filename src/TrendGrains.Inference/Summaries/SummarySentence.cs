namespace TrendGrains.Inference.Summaries;

/// <summary>One sentence of a summary, word for word as it stands in the text.</summary>
/// <param name="Start">Its first UTF-16 unit in the text that was given.</param>
/// <param name="End">The unit after its last.</param>
public sealed record SummarySentence(string Text, int Start, int End);
