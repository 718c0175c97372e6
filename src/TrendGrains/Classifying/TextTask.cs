using Microsoft.Extensions.DependencyInjection;
using TrendGrains.Abstractions.ModelWorkers;
using TrendGrains.Inference;
using TrendGrains.Input;
using TrendGrains.Output;

namespace TrendGrains.Classifying;

/// <summary>The tasks that a model decides from words alone: what a text is about, how it sounds.</summary>
internal static class TextTask
{
    public static IReadOnlyList<ClassifyTask> All { get; } =
    [
        Of("topic", "economy, politics, society, world, it-science, culture-life, sports, entertainment or other", null),
        Of("tone", "negative, neutral or positive, and a value from -1 to 1", scores => scores["positive"] - scores["negative"]),
    ];

    /// <param name="value">Of the scores, by label; null for a task that has none.</param>
    internal static ClassifyTask Of(string name, string says, Func<IReadOnlyDictionary<string, double>, double>? value) =>
        new(name, says, (services, questions, cancellationToken) => AnswerAsync(name, value, services, questions, cancellationToken));

    private static async Task<IReadOnlyList<ClassifyAnswer>> AnswerAsync(
        string name, Func<IReadOnlyDictionary<string, double>, double>? value, IServiceProvider services, IReadOnlyList<ClassifyQuestion> questions, CancellationToken cancellationToken)
    {
        var asked = questions.Index().Where(q => q.Item.Title is not null || q.Item.Text is not null).ToArray();
        var answers = new ClassifyAnswer[questions.Count];
        Array.Fill(answers, new ClassifyAnswer(null, "the task needs \"title\" or \"text\""));
        if (asked.Length > 0)
        {
            var result = await services.GetRequiredService<ModelWorkers>().ClassifyAsync(name, [.. asked.Select(q => q.Item.Whole)], CallTerms.Bulk, cancellationToken);
            foreach (var (row, (place, question)) in asked.Index())
            {
                answers[place] = result.Scores[row] is { } scores
                    ? new ClassifyAnswer(Line(question, result.Labels, scores, value), null)
                    : new ClassifyAnswer(null, result.Faults.FirstOrDefault(f => f.Row == row)?.Reason ?? "the model gave no scores");
            }
        }

        return answers;
    }

    private static ClassifyLine Line(ClassifyQuestion question, string[] labels, float[] scores, Func<IReadOnlyDictionary<string, double>, double>? value)
    {
        var exact = labels.Zip(scores).ToDictionary(s => s.First, s => (double)s.Second);
        var best = Array.IndexOf(scores, scores.Max());
        return new ClassifyLine(question.Id, labels[best], Rounded(scores[best]), exact.ToDictionary(s => s.Key, s => Rounded(s.Value)), value is null ? null : Rounded(value(exact)));
    }

    private static double Rounded(double score) => Math.Round(score, 4);
}
