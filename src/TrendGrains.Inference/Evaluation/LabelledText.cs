namespace TrendGrains.Inference.Evaluation;

/// <summary>One row of a gold file that any classifier may be asked.</summary>
/// <param name="Text">What the model reads; an item's title and text are one text, the title on a line of its own.</param>
/// <param name="Label">The truth. A model that has no such label is wrong there.</param>
/// <param name="Group">What is drawn together for intervals (a site, a source); null is the row by itself.</param>
public sealed record LabelledText(string Id, string Text, string Label, string? Group = null);
