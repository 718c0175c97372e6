using TrendGrains.Inference.Evaluation;

namespace TrendGrains.TextModels;

/// <summary>What was asked of a model on a set.</summary>
/// <param name="On">The rows that it was asked on, where they are not those of the card.</param>
internal sealed record Goal(string Set, string Measure, double Asked, string On)
{
    public string Row(TextSetFigures figures)
    {
        var value = Measure == "accuracy" ? figures.Accuracy : figures.MacroF1;
        return $"| {Set} | {Measure} | {Asked:F3} ({On}) | **{value:F3}** | {(value >= Asked ? "yes" : "**not reached**")} |\n";
    }
}
