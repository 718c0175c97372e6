namespace TrendGrains.Reading.Decisions;

/// <summary>What a model decided about a page.</summary>
/// <param name="Task">One of <see cref="DecisionTasks"/>.</param>
/// <param name="Score">Calibrated probability of the label, 0…1.</param>
/// <param name="Version">Of the model.</param>
/// <param name="Why">Up to three sentences: what weighed most, the weightiest first.</param>
public sealed record PageDecision(string Task, string Label, double Score, string Version, string[] Why)
{
    /// <summary>The probability of each label, in the model's order.</summary>
    public float[] Scores { get; init; } = [];
}
