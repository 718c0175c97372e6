namespace TrendGrains.Inference.Evaluation;

/// <summary>Models side by side on the same rows: what each is worth, and how each differs from the first.</summary>
/// <param name="Differences">Of every model but the first, in their order, from the first.</param>
public sealed record ClassificationComparison(IReadOnlyList<ClassificationFigures> Models, IReadOnlyList<PairedDifference> Differences)
{
    /// <exception cref="ArgumentException">No rows or no answers, or not an answer a row.</exception>
    public static ClassificationComparison Of(IReadOnlyList<LabelledText> rows, IReadOnlyList<ModelAnswers> answers) => answers.Count == 0
        ? throw new ArgumentException("No model was asked.", nameof(answers))
        : new ClassificationComparison(
            [.. answers.Select(a => ClassificationFigures.Of(rows, a))],
            [.. answers.Skip(1).Select(a => PairedDifference.Of(rows, answers[0], a))]);
}
