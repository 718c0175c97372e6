using TrendGrains.Abstractions.ModelWorkers;
using TrendGrains.Storage.Items;

namespace TrendGrains.Grains.Ingest;

/// <summary>Topic, tone and severity of one item, and which of them are still to come.</summary>
internal sealed record ItemMarks(ItemDecision[] Decisions, MissingPart[] Missing)
{
    public const string Topic = "topic";

    /// <summary>Labels <c>negative</c>, <c>neutral</c> and <c>positive</c>; the value is positive less negative.</summary>
    public const string Tone = "tone";

    /// <summary>Labels <c>mild</c> and <c>grave</c>; the value is the probability of grave.</summary>
    public const string Severity = "severity";

    /// <summary>The tasks, which are asked at once.</summary>
    public static IReadOnlyList<string> Tasks { get; } = [Topic, Tone, Severity];

    public static ItemMarks None { get; } = new([], []);

    public ItemDecision? this[string task] => Decisions.FirstOrDefault(d => d.Task == task);

    /// <summary>What a model's scores of one text say.</summary>
    /// <param name="row">One that has scores.</param>
    /// <exception cref="InvalidOperationException">They are not those of a model for this task.</exception>
    public static ItemDecision Decide(string task, ClassifyResult result, int row)
    {
        var scores = result.Scores[row]!;
        if (scores.Length != result.Labels.Length || scores.Length == 0)
        {
            throw new InvalidOperationException($"Model '{result.Model}' gave {scores.Length} scores for {result.Labels.Length} labels.");
        }

        if (Array.FindIndex(scores, s => !float.IsFinite(s)) is >= 0 and var wrong)
        {
            throw new InvalidOperationException($"Model '{result.Model}' gave {scores[wrong]} as the score of '{result.Labels[wrong]}'.");
        }

        var said = 0;
        for (var i = 1; i < scores.Length; i++)
        {
            said = scores[i] > scores[said] ? i : said;
        }

        return new ItemDecision(task, result.Labels[said], Rounded(scores[said]), result.VersionOf(row), [])
        {
            Value = task switch
            {
                Tone => Rounded(Of("positive") - Of("negative")),
                Severity => Rounded(Of("grave")),
                _ => null,
            },
            Scores = scores.Length > 2 ? result.Labels.Zip(scores).ToDictionary(s => s.First, s => Rounded(s.Second)) : null,
        };

        float Of(string label) => Array.IndexOf(result.Labels, label) is >= 0 and var place
            ? scores[place]
            : throw new InvalidOperationException($"Model '{result.Model}' has no label '{label}', which {task} is told from.");
    }

    private static double Rounded(float score) => Math.Round(score, 4);
}
