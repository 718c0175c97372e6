using TrendGrains.Inference.Classifying;

namespace TrendGrains.Inference.Evaluation;

/// <summary>One row of a set beside what the model said.</summary>
/// <param name="Truth">In the model's labels.</param>
/// <param name="Said">Among the set's own labels.</param>
/// <param name="Score">Of what was said.</param>
/// <param name="Plain">The likeliest of all the model's labels, read; null where the set has nothing like it.</param>
/// <param name="Milliseconds">The text on its own, tokens included.</param>
public sealed record TextTrial(LabelledText Row, string Truth, string Said, double Score, string? Plain, double Milliseconds)
{
    /// <summary>One text a call, one after another, after a warm-up.</summary>
    /// <exception cref="ArgumentException">A label is none of the set's.</exception>
    public static IReadOnlyList<TextTrial> Run(TextClassifier model, LabelReading reading, IReadOnlyList<LabelledText> rows, TimeProvider clock, CancellationToken cancellationToken)
    {
        model.Score(["warm up, 데우기"]);
        var trials = new List<TextTrial>(rows.Count);
        foreach (var row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!reading.Gold.TryGetValue(row.Label, out var truth))
            {
                throw new ArgumentException($"'{row.Label}' is no label of '{reading.Name}'; those are {string.Join(", ", reading.Gold.Keys)}.");
            }
            var began = clock.GetTimestamp();
            var scores = model.Score([row.Text])[0];
            var took = clock.GetElapsedTime(began).TotalMilliseconds;
            var (said, score) = reading.Among(model.Entry.Labels, scores);
            trials.Add(new TextTrial(row, truth, said, score, reading.Plain(model.Entry.Labels, scores), took));
        }
        return trials;
    }
}
