using TrendGrains.Abstractions.ModelWorkers;

namespace TrendGrains.Inference.Evaluation;

/// <summary>One model of a comparison: small or external, both are asked in the same way.</summary>
/// <param name="Name">As the table shows it.</param>
/// <param name="ClassifyAsync">The scores of one row, as a model worker gives them.</param>
/// <param name="Spent">Money spent on the model up to now, in the price's own currency; null for one that costs nothing a call.</param>
public sealed record ComparedModel(string Name, Func<LabelledText, CancellationToken, Task<ClassifyResult>> ClassifyAsync, Func<double>? Spent = null)
{
    /// <summary>Rows under way at one time; what an operator allows an external model.</summary>
    public int AtOnce { get; init; } = 1;

    /// <summary>What the scores of a row say, where that is not the label of the highest: by a threshold, or in a gold file's own words.</summary>
    public Func<ClassifyResult, (string Label, double Score)>? Read { get; init; }

    /// <summary>A model that reads text, through its queue.</summary>
    public static ComparedModel Of(ModelWorkers workers, string name) =>
        new(name, (row, cancellationToken) => workers.ClassifyAsync(name, [row.Text], CallTerms.Bulk, cancellationToken));
}

/// <summary>What a model said of one row.</summary>
/// <param name="Label">The label of the highest score; null where the model gave none.</param>
/// <param name="Score">The probability that the model gave to it.</param>
/// <param name="Problem">Why there is no label.</param>
public sealed record ModelAnswer(string? Label, double Score, double Milliseconds, string? Problem = null);

/// <summary>All that a model said, row by row, and what it cost.</summary>
/// <param name="Version">Of the model that answered; <c>unknown</c> where it never did.</param>
/// <param name="Cost">Of all rows together; null where nothing is charged.</param>
public sealed record ModelAnswers(string Model, string Version, IReadOnlyList<ModelAnswer> Rows, double? Cost);
