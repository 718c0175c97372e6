using Microsoft.Extensions.DependencyInjection;
using TrendGrains.Abstractions.ModelWorkers;
using TrendGrains.Inference;
using TrendGrains.Inference.Classifying;
using TrendGrains.Input;
using TrendGrains.Output;

namespace TrendGrains.Classifying;

/// <summary>How grave the event is for the people in it: the value is the probability of grave.</summary>
internal static class SeverityTask
{
    public const string Model = "severity";

    private const int Grave = 1;

    public static ClassifyTask Task { get; } = new("severity", "mild or grave; value 0…1", (services, questions, cancellationToken) => AnswerAsync(services, questions, withWords: false, cancellationToken))
    {
        ExplainAsync = (services, questions, cancellationToken) => AnswerAsync(services, questions, withWords: true, cancellationToken),
    };

    private static async Task<IReadOnlyList<ClassifyAnswer>> AnswerAsync(
        IServiceProvider services, IReadOnlyList<ClassifyQuestion> questions, bool withWords, CancellationToken cancellationToken)
    {
        var workers = services.GetRequiredService<ModelWorkers>();
        var asked = questions.Select(q => q.Title is null && q.Text is null ? null : q.Whole).ToArray();
        var weighed = asked.Select(text => text is null ? null : withWords ? WeightyWords.Of(text) : null).ToArray();
        var texts = asked.SelectMany((text, i) => weighed[i]?.Texts ?? (text is null ? [] : [text])).ToArray();
        var scores = new List<float[]?>(texts.Length);
        foreach (var part in texts.Chunk(ModelWorkers.MostRows))
        {
            scores.AddRange((await workers.ClassifyAsync(Model, part, CallTerms.Bulk, cancellationToken)).Scores);
        }

        var (answers, next) = (new ClassifyAnswer[questions.Count], 0);
        for (var i = 0; i < answers.Length; i++)
        {
            var own = asked[i] is null ? 0 : weighed[i]?.Texts.Count ?? 1;
            answers[i] = Answer(questions[i], weighed[i], scores.GetRange(next, own));
            next += own;
        }

        return answers;
    }

    private static ClassifyAnswer Answer(ClassifyQuestion question, WeightyWords? weighed, List<float[]?> scores)
    {
        if (scores is not [{ } own, ..])
        {
            return new ClassifyAnswer(null, scores.Count == 0 ? "the task needs \"title\" or \"text\"" : "the model gave no scores");
        }

        var label = own[Grave] >= 0.5f ? "grave" : "mild";
        var line = new ClassifyLine(
            question.Id, label, Rounded(Math.Max(own[0], own[1])), new Dictionary<string, double> { ["mild"] = Rounded(own[0]), ["grave"] = Rounded(own[1]) }, Rounded(own[Grave]));
        return new ClassifyAnswer(weighed is not null && scores.TrueForAll(s => s is not null) ? line with { Words = weighed.Weigh(scores!, Grave) } : line, null);
    }

    private static double Rounded(float score) => Math.Round(score, 4);
}
