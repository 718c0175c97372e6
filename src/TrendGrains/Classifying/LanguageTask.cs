using TrendGrains.Input;
using TrendGrains.Output;
using TrendGrains.Reading.Language;

namespace TrendGrains.Classifying;

/// <summary>The language of a text: a BCP 47 tag, <c>und</c> where it is none that is known.</summary>
internal static class LanguageTask
{
    private const int MostScores = 5;

    public static ClassifyTask Task { get; } = new(
        "language",
        $"a BCP 47 tag of {LanguageDetector.Known.Count} languages, or und",
        (_, questions, _) => System.Threading.Tasks.Task.FromResult<IReadOnlyList<ClassifyAnswer>>([.. questions.Select(Answer)]));

    private static ClassifyAnswer Answer(ClassifyQuestion question)
    {
        if (question.Title is null && question.Text is null)
        {
            return new ClassifyAnswer(null, "the task needs \"title\" or \"text\"");
        }

        var text = question.Whole;
        var best = new LanguageScore[MostScores];
        var found = LanguageDetector.Rank(text, best);
        var label = LanguageDetector.Detect(text, out var score);
        return new ClassifyAnswer(new ClassifyLine(question.Id, label, Rounded(score), best[..found].ToDictionary(b => b.Language, b => Rounded(b.Score))), null);
    }

    private static double Rounded(double score) => Math.Round(score, 4);
}
