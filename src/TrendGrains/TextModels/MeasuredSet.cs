using TrendGrains.Inference.Evaluation;

namespace TrendGrains.TextModels;

/// <summary>One set's figures and the rows behind them.</summary>
/// <param name="IsOpen">Whether the rows may be quoted.</param>
internal sealed record MeasuredSet(TextSetFigures Figures, IReadOnlyList<TextTrial> Trials, bool IsOpen);
