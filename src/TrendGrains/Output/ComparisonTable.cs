using Spectre.Console;
using TrendGrains.Inference.Evaluation;

namespace TrendGrains.Output;

/// <summary>Models side by side for people.</summary>
internal static class ComparisonTable
{
    public static void Print(ClassificationComparison comparison)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("model", "version", "rows", "no answer", "accuracy", "macro F1", "calibration", "p50 ms", "p95 ms", "cost of 1,000");
        foreach (var model in comparison.Models)
        {
            table.AddRow(
                Markup.Escape(model.Model), Markup.Escape(model.Version), $"{model.Rows:N0}", $"{model.Failed:N0}", $"{model.Accuracy:F4}", $"{model.MacroF1:F4}", $"{model.CalibrationError:F4}",
                $"{model.MedianMilliseconds:F2}", $"{model.P95Milliseconds:F2}", model.CostOfThousand is { } cost ? $"{cost:0.####}" : "-");
        }

        AnsiConsole.Profile.Width = Console.IsOutputRedirected ? 4096 : AnsiConsole.Profile.Width;
        AnsiConsole.Write(table);
        foreach (var difference in comparison.Differences)
        {
            Console.WriteLine(Sentence(difference));
        }
    }

    internal static string Sentence(PairedDifference difference) =>
        $"{difference.Second} less {difference.First}: accuracy {difference.Accuracy:+0.0000;-0.0000;0} ({difference.AccuracyInterval[0]:+0.000;-0.000;0} to {difference.AccuracyInterval[1]:+0.000;-0.000;0}), "
        + $"macro F1 {difference.MacroF1:+0.0000;-0.0000;0} ({difference.MacroF1Interval[0]:+0.000;-0.000;0} to {difference.MacroF1Interval[1]:+0.000;-0.000;0}), McNemar p {Chance(difference.McNemar)}; "
        + $"they agree on {difference.Agreement:P1} of rows, {difference.First} alone is right on {difference.OnlyFirst:N0}, {difference.Second} alone on {difference.OnlySecond:N0}";

    private static string Chance(double p) => p < 0.0001 ? "< 0.0001" : $"{p:0.####}";
}
