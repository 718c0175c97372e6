using System.Security.Cryptography;
using System.Text;
using TrendGrains.Inference.Catalog;
using TrendGrains.Inference.Evaluation;
using TrendGrains.Output;

namespace TrendGrains.TextModels;

/// <summary>metrics.json, confusion.svg and card.md of a text model, all from one measurement.</summary>
internal static class TextModelCard
{
    private const int Mistakes = 10;
    private const int LongestQuote = 110;

    public static async Task WriteAsync(string folder, ModelEntry entry, TextModelMetrics metrics, IReadOnlyList<MeasuredSet> measured, CancellationToken cancellationToken)
    {
        await MetricsFile.WriteAsync(Path.Combine(folder, "metrics.json"), metrics, cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "confusion.svg"), ConfusionPicture.Of(measured[0].Figures), cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "card.md"), Text(entry, metrics, measured), cancellationToken);
    }

    private static string Text(ModelEntry entry, TextModelMetrics metrics, IReadOnlyList<MeasuredSet> measured)
    {
        var words = CardWords.Of(entry.Task);
        var tokens = entry.Tokenizer!;
        var card = new StringBuilder($"""
            # {entry.Name}

            {words.What}

            n-grams (Hangul, Han and Kana {tokens.CjkNGrams[0]}-{tokens.CjkNGrams[1]} letters, other words {tokens.OtherNGrams[0]}-{tokens.OtherNGrams[1]}, whole words; the first {tokens.MaxChars:N0} code points; a title stands on a
            line before its text) hashed to {tokens.Buckets:N0} rows of int8 → sum over the text's length → softmax. {metrics.ModelBytes / 1e6:F1} MB. Labels: {string.Join(", ", entry.Labels)}.

            Made by `{words.Command}`; this page, `metrics.json` and `confusion.svg` by `{metrics.Command}` (version {metrics.Version}).

            ## Data

            | learned from | terms | rows |
            | --- | --- | --- |

            """);
        foreach (var set in entry.TrainedOn)
        {
            card.Append($"| {set.Set} | {set.License} | {set.Rows:N0} |\n");
        }

        card.Append($"\nThe weights are offered under {entry.License}. {words.Split}\n\n{words.Chosen}\n\nThe few-shot subset of the News Category Dataset is `data/huffpost.json` of ws-jiang/MetaPrompter_public, 36,900 headlines of which those in use are counted; CC BY 4.0 is what the data set's author states.\n\n## Figures\n\nMeasured with {metrics.MeasuredWith}; intervals are {metrics.Interval}.\n\n");
        card.Append("| set | terms | rows | accuracy | macro-F1 | any label allowed: accuracy, F1 | calibration error | ms a text |\n| --- | --- | --- | --- | --- | --- | --- | --- |\n");
        foreach (var s in metrics.Sets)
        {
            card.Append(
                $"| {s.Set} ({s.Part}) | {s.License} | {s.Rows:N0} | **{s.Accuracy:F3}** ({s.AccuracyInterval[0]:F3}-{s.AccuracyInterval[1]:F3}) | **{s.MacroF1:F3}** ({s.MacroF1Interval[0]:F3}-{s.MacroF1Interval[1]:F3}) "
                + $"| {s.PlainAccuracy:F3}, {s.PlainMacroF1:F3} | {s.CalibrationError:F3} | {s.MedianMilliseconds:F2} |\n");
        }

        card.Append("\nWhat was asked, and what is reached on the rows above:\n\n| set | measure | asked | reached | so |\n| --- | --- | --- | --- | --- |\n");
        foreach (var goal in words.Goals)
        {
            card.Append(goal.Row(metrics.Sets.First(s => s.Set == goal.Set)));
        }

        card.Append("\nThe same rows by naive methods (`models/train/naive_bayes.py`; words 1-2 and letters 2-3, of English topics words alone; the likeliest label that the set has):\n\n| set | method | accuracy | macro-F1 | the model |\n| --- | --- | --- | --- | --- |\n");
        foreach (var baseline in metrics.Baselines)
        {
            var model = metrics.Sets.First(s => s.Set == baseline.Set);
            card.Append($"| {baseline.Set} | {baseline.Method} | {baseline.Accuracy:F3} | {baseline.MacroF1:F3} | {model.Accuracy - baseline.Accuracy:+0.000;-0.000}, {model.MacroF1 - baseline.MacroF1:+0.000;-0.000} |\n");
        }

        card.Append($"\n{words.Reading}\n\n{metrics.Sets[0].Set} by label: {string.Join(", ", metrics.Sets[0].F1.Select(f => $"{f.Key} {f.Value:F3}"))} (F1).\n\n![confusion](confusion.svg)\n\n## What it gets wrong\n\n");
        card.Append("Ten rows, chosen by a hash among those that it has wrong:\n\n| set | text | true | said | as sure as |\n| --- | --- | --- | --- | --- |\n");
        foreach (var (set, trial) in Wrong(measured))
        {
            card.Append($"| {set} | {Quoted(trial.Row.Text)} | {trial.Truth} | {trial.Said} | {trial.Score:F2} |\n");
        }

        card.Append("\n## Limits\n\n");
        foreach (var limit in words.Limits)
        {
            card.Append($"- {limit}\n");
        }

        return card.ToString();
    }

    /// <summary>Of the sets that may be quoted, in turn.</summary>
    private static IEnumerable<(string Set, TextTrial Trial)> Wrong(IReadOnlyList<MeasuredSet> measured)
    {
        var open = measured.Where(m => m.IsOpen).Select(m => (m.Figures.Set, Wrong: m.Trials.Where(t => t.Truth != t.Said).OrderBy(Chance, StringComparer.Ordinal).ToArray())).ToArray();
        return Enumerable.Range(0, Mistakes).SelectMany(i => open.Where(o => i < o.Wrong.Length).Select(o => (o.Set, o.Wrong[i]))).Take(Mistakes);
    }

    private static string Chance(TextTrial trial) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"card {trial.Row.Id}")));

    private static string Quoted(string text)
    {
        var line = text.ReplaceLineEndings(" ").Replace("|", "/", StringComparison.Ordinal);
        return line.Length <= LongestQuote ? line : $"{line[..(char.IsHighSurrogate(line[LongestQuote - 1]) ? LongestQuote - 1 : LongestQuote)]}…";
    }
}
