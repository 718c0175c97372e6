using System.Text.Json.Serialization;
using TrendGrains.Inference.Catalog;
using TrendGrains.Inference.Classifying;
using TrendGrains.Inference.Evaluation;
using TrendGrains.Input;
using TrendGrains.Reading.Evaluation;

namespace TrendGrains.Output;

/// <summary>How well severity is told.</summary>
/// <param name="Lexicon">The same rows by the lexicon alone; null where there is none.</param>
/// <param name="Gain">The model's area less the lexicon's, and the middle 95 % of that.</param>
/// <param name="Wrong">The ten errors that were surest of themselves.</param>
internal sealed record SeverityMetrics(
    string Data, int Count, int Grave, SeverityMetrics.OneRanking Ranking, SeverityMetrics.OneRanking? Lexicon, double? Gain, double[]? GainInterval,
    IReadOnlyDictionary<string, SeverityMetrics.OneRanking> Languages, IReadOnlyDictionary<string, SeverityMetrics.OneRanking>? LexiconByLanguage,
    BinaryMetrics Decisions, int[][] Confusion, IReadOnlyList<SeverityMetrics.Example> Wrong)
{
    private const int Examples = 10;

    /// <param name="Area">Under the receiver operating characteristic.</param>
    /// <param name="Interval">The middle 95 % over resampled rows.</param>
    internal sealed record OneRanking(int Count, int Grave, double Area, double[] Interval);

    internal sealed record Example(string Text, string Truth, double Value);

    /// <summary>For the picture.</summary>
    [JsonIgnore] public IReadOnlyList<(double False, double True)> Curve { get; init; } = [];

    [JsonIgnore] public IReadOnlyList<(double False, double True)> LexiconCurve { get; init; } = [];

    public string Sentence =>
        $"severity: {Count:N0} texts, {Grave:N0} grave; area under ROC {Ranking.Area:F4} ({Ranking.Interval[0]:F3} to {Ranking.Interval[1]:F3})"
        + (Lexicon is null ? "" : $", lexicon alone {Lexicon.Area:F4} ({Lexicon.Interval[0]:F3} to {Lexicon.Interval[1]:F3})")
        + "; " + string.Join(", ", Languages.Select(l => $"{l.Key} {l.Value.Area:F4}"))
        + $"; at 0.5 F1 {Decisions.F1:F4}, precision {Decisions.Precision:F4}, recall {Decisions.Recall:F4}, calibration error {Decisions.CalibrationError:F4}; {Decisions.Model.MedianMilliseconds:F3} ms";

    public static SeverityMetrics Of(IReadOnlyList<SeverityGold> rows, TextClassifier model, WordLexicon? lexicon, TrainingSet measured, string split)
    {
        model.Score([rows[0].Text]);
        var (trials, milliseconds) = (new Trial[rows.Count], new double[rows.Count]);
        for (var i = 0; i < trials.Length; i++)
        {
            var began = TimeProvider.System.GetTimestamp();
            var value = model.Score([rows[i].Text])[0][1];
            milliseconds[i] = TimeProvider.System.GetElapsedTime(began).TotalMilliseconds;
            trials[i] = new Trial(rows[i], value, lexicon?.Score(rows[i].Text) ?? 0);
        }

        var byLanguage = trials.GroupBy(t => t.Gold.Language, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Where(g => g.Any(t => t.Gold.IsGrave) && g.Any(t => !t.Gold.IsGrave)).ToArray();
        var gain = lexicon is null ? ((double, double)?)null : DecisionScore.Interval(trials, t => t.Gold.Id, some => AreaOf(some, ByModel) - AreaOf(some, ByLexicon));
        return new SeverityMetrics(
            measured.Set,
            trials.Length,
            trials.Count(t => t.Gold.IsGrave),
            RankingOf(trials, ByModel),
            lexicon is null ? null : RankingOf(trials, ByLexicon),
            lexicon is null ? null : Round(AreaOf(trials, ByModel) - AreaOf(trials, ByLexicon)),
            gain is { } interval ? [Round(interval.Item1), Round(interval.Item2)] : null,
            byLanguage.ToDictionary(g => g.Key, g => RankingOf([.. g], ByModel)),
            lexicon is null ? null : byLanguage.ToDictionary(g => g.Key, g => RankingOf([.. g], ByLexicon)),
            BinaryMetrics.Of(
                "severity", "grave", measured.Set, [.. trials.Select(t => new BinaryTrial(t.Gold.Language, t.Gold.Id, t.Gold.IsGrave, t.Value >= 0.5, t.Value))],
                ModelRecord.Of(model.Entry, measured, split, "the middle 95 % over resampled texts", milliseconds)),
            [[Cell(trials, false, false), Cell(trials, false, true)], [Cell(trials, true, false), Cell(trials, true, true)]],
            [.. trials.Where(t => t.Gold.IsGrave != t.Value >= 0.5).OrderByDescending(t => Math.Abs(t.Value - 0.5)).Take(Examples).Select(t => new Example(t.Gold.Text, t.Gold.IsGrave ? "grave" : "mild", Round(t.Value)))])
        {
            Curve = RankingScore.Curve([.. trials.Select(ByModel)]),
            LexiconCurve = lexicon is null ? [] : RankingScore.Curve([.. trials.Select(ByLexicon)]),
        };
    }

    private static (bool IsTrue, double Score) ByModel(Trial trial) => (trial.Gold.IsGrave, trial.Value);

    private static (bool IsTrue, double Score) ByLexicon(Trial trial) => (trial.Gold.IsGrave, trial.Lexicon);

    private static OneRanking RankingOf(IReadOnlyList<Trial> trials, Func<Trial, (bool, double)> by)
    {
        var (low, high) = DecisionScore.Interval(trials, t => t.Gold.Id, some => AreaOf(some, by));
        return new OneRanking(trials.Count, trials.Count(t => t.Gold.IsGrave), Round(AreaOf(trials, by)), [Round(low), Round(high)]);
    }

    /// <summary>A resample without one of the labels tells nothing.</summary>
    private static double AreaOf(IEnumerable<Trial> trials, Func<Trial, (bool, double)> by) => RankingScore.Area([.. trials.Select(by)]) is var area && double.IsNaN(area) ? 0.5 : area;

    private static int Cell(IEnumerable<Trial> trials, bool isGrave, bool said) => trials.Count(t => t.Gold.IsGrave == isGrave && t.Value >= 0.5 == said);

    private static double Round(double value) => Math.Round(value, 4);

    private sealed record Trial(SeverityGold Gold, double Value, double Lexicon);
}
