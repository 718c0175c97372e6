using System.Text.Json.Serialization;
using TrendGrains.Inference.Catalog;
using TrendGrains.Inference.Evaluation;
using TrendGrains.Inference.Scoring;
using TrendGrains.Inference.Summaries;
using TrendGrains.Input;
using TrendGrains.Reading.Evaluation;

namespace TrendGrains.Output;

/// <summary>How well summaries say what written ones say.</summary>
/// <param name="Margin">The model's mean F1 less the first sentences', and the middle 95 % of that over resampled texts.</param>
/// <param name="Worst">Ten texts of which the first sentences would have been the better summary, by the most.</param>
internal sealed record SummaryMetrics(
    string Data, int Count, int Most, IReadOnlyList<SummaryMetrics.OneMethod> Methods, double Margin, double[] MarginInterval, double Better, double Worse,
    ModelRecord Model, IReadOnlyList<SummaryMetrics.Example> Worst)
{
    private const int Examples = 10;

    /// <param name="Words">Of a summary, on average.</param>
    internal sealed record OneMethod(string Method, double F1, double[] Interval, double Precision, double Recall, double Words);

    /// <summary>Texts are other people's: the places of the chosen sentences say what was done without repeating them.</summary>
    /// <param name="Chosen">Places of the chosen sentences, from 1.</param>
    /// <param name="Of">Sentences of the text.</param>
    internal sealed record Example(string Id, double F1, double LeadF1, int[] Chosen, int Of, int WantedWords);

    /// <summary>Of each text, ascending; for the picture.</summary>
    [JsonIgnore] public IReadOnlyList<double> MarginOfEach { get; init; } = [];

    public string Sentence =>
        $"summary: {Count:N0} texts; {Margin:+0.0000;-0.0000} ROUGE-1 F1 over the first {Most} sentences ({MarginInterval[0]:F4} to {MarginInterval[1]:F4}); better on {Better:P1}, worse on {Worse:P1}; "
        + $"{Model.MedianMilliseconds:F2} ms a text at the median, {Model.ModelBytes:N0} bytes";

    public static SummaryMetrics Of(IReadOnlyList<SummaryGold> texts, int most, FeatureModel model, TrainingSet measured)
    {
        var trials = new List<Trial>(texts.Count);
        Summary(texts[0], most, model);
        foreach (var text in texts)
        {
            var began = TimeProvider.System.GetTimestamp();
            var (draft, said) = Summary(text, most, model);
            var milliseconds = TimeProvider.System.GetElapsedTime(began).TotalMilliseconds;
            var longest = draft.All.OrderByDescending(s => s.Text.Length).Take(most).OrderBy(s => s.Start);
            var chosen = said.Select(s => draft.All.Index().First(a => a.Item.Start == s.Start).Index + 1).ToArray();
            trials.Add(new Trial(text, chosen, draft.Rows.Length, [Scored(said, text), Scored(draft.Lead(most), text), Scored(longest, text)], milliseconds));
        }
        string[] names = ["model", $"first {most} sentences", $"longest {most} sentences"];
        var (low, high) = DecisionScore.Interval(trials, t => t.Gold.Group, some => some.Average(t => t.Margin));
        return new SummaryMetrics(
            measured.Set,
            trials.Count,
            most,
            [.. names.Select((name, i) => Method(name, trials, i))],
            Round(trials.Average(t => t.Margin)),
            [Round(low), Round(high)],
            Round(trials.Average(t => t.Margin > 0 ? 1.0 : 0)),
            Round(trials.Average(t => t.Margin < 0 ? 1.0 : 0)),
            ModelRecord.Of(model.Entry, measured, measured.Set == SummaryCard.MeasuredOn ? "no text of it was learned from" : "the user's own texts", "the middle 95 % over resampled groups (sites; texts where there are none)", trials.Select(t => t.Milliseconds)),
            [.. trials.OrderBy(t => t.Margin).Take(Examples).Select(t => new Example(
                t.Gold.Id, Round(t.Scores[0].Rouge.F1), Round(t.Scores[1].Rouge.F1), t.Chosen, t.Sentences, WordCount(t.Gold.Summary)))])
        {
            MarginOfEach = [.. trials.Select(t => Round(t.Margin)).Order()],
        };
    }

    private static (SummaryDraft Draft, IReadOnlyList<SummarySentence> Said) Summary(SummaryGold text, int most, FeatureModel model)
    {
        var draft = SummaryDraft.Of(text.Title, text.Text);
        return (draft, draft.Choose([.. model.Score(draft.Rows).Select(s => s[0])], most));
    }

    private static (string Text, Rouge1 Rouge) Scored(IEnumerable<SummarySentence> sentences, SummaryGold gold)
    {
        var said = string.Join(' ', sentences.Select(s => s.Text));
        return (said, Rouge1.Of(said, gold.Summary));
    }

    private static OneMethod Method(string name, IReadOnlyList<Trial> trials, int at)
    {
        var (low, high) = DecisionScore.Interval(trials, t => t.Gold.Group, some => some.Average(t => t.Scores[at].Rouge.F1));
        return new OneMethod(
            name, Round(trials.Average(t => t.Scores[at].Rouge.F1)), [Round(low), Round(high)], Round(trials.Average(t => t.Scores[at].Rouge.Precision)),
            Round(trials.Average(t => t.Scores[at].Rouge.Recall)), Math.Round(trials.Average(t => WordCount(t.Scores[at].Text)), 1));
    }

    private static int WordCount(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    private static double Round(double value) => Math.Round(value, 4);

    private sealed record Trial(SummaryGold Gold, int[] Chosen, int Sentences, (string Text, Rouge1 Rouge)[] Scores, double Milliseconds)
    {
        public double Margin => Scores[0].Rouge.F1 - Scores[1].Rouge.F1;
    }
}
