using System.Globalization;
using System.Text;
using TrendGrains.Inference.Catalog;
using TrendGrains.TextModels;

namespace TrendGrains.Output;

/// <summary>metrics.json, card.md and the picture of the model <c>severity</c>.</summary>
internal static class SeverityCard
{
    public static async Task WriteAsync(string folder, ModelEntry entry, SeverityMetrics metrics, IReadOnlyList<Baseline> baselines, CancellationToken cancellationToken)
    {
        await MetricsFile.WriteAsync(Path.Combine(folder, "metrics.json"), metrics, cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "roc.svg"), SeverityPicture.Svg(metrics), cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "card.md"), Text(entry, metrics, baselines), cancellationToken);
    }

    private static string Text(ModelEntry entry, SeverityMetrics metrics, IReadOnlyList<Baseline> baselines)
    {
        var rows = new StringBuilder(Row("all", metrics.Ranking, metrics.Lexicon));
        foreach (var (language, ranking) in metrics.Languages)
        {
            rows.Append(Row(language, ranking, metrics.LexiconByLanguage?[language]));
        }

        var wrong = new StringBuilder();
        foreach (var example in metrics.Wrong)
        {
            wrong.Append(CultureInfo.InvariantCulture, $"- {example.Value:F2}, is {example.Truth}: {example.Text}\n");
        }

        var naive = new StringBuilder();
        foreach (var method in baselines.GroupBy(b => b.Method))
        {
            naive.Append(CultureInfo.InvariantCulture, $"{(naive.Length > 0 ? "; " : "")}{method.Key}: {string.Join(", ", method.Select(b => string.Create(CultureInfo.InvariantCulture, $"{b.Set} {b.Area:F3}")))}");
        }

        var decisions = metrics.Decisions;
        return string.Create(CultureInfo.InvariantCulture, $"""
            # {entry.Name} {entry.Version}

            How grave the event of a headline or text is for the people in it, 0…1: harm, loss, danger, urgency; not importance, anger or attention. Hashed
            character n-grams, a table of {entry.Tokenizer!.Buckets:N0} rows in int8, one number of each added up beside a small hidden layer; calibrated in the graph. Korean and English.
            A text is read to its first {entry.Tokenizer.MaxChars} code points (title and lead). `trendgrains classify --task severity --why` names the words that weighed most: each is
            left out in turn and the text scored again.

            Made by `/usr/bin/python3 models/train/severity.py --data ../shared/data` (seeded; one CPU thread, minutes); this page, `metrics.json` and the picture by
            `trendgrains evaluate severity --write-card`.

            ## Data

            | set | terms | rows |
            | --- | --- | --- |
            {string.Join('\n', entry.TrainedOn.Select(t => $"| {t.Set} | {t.License} | {t.Rows} |"))}

            No set has labels of severity. They are weak ones: an event lexicon written for this (`lexicon.tsv`: deaths, war, disasters, accidents, crime, epidemics, lost livelihoods in
            both languages; against them sport, fiction, figures of speech, anniversaries, drills, prevention) less what the sets' own topics say (sports, lists and
            film reviews are mild whatever their words). Half of the lexicon's words are left out of a second copy of each text, so that the words around them must speak.
            Two models, each of one half, judged the other's texts; 400 of those where they and the lexicon disagreed, and 546 mild headlines of the draw, were read
            and labelled by the rule (`read.jsonl`); they count more. Some texts run together stand for longer ones. The weights are offered under {entry.License}.

            ## Figures

            {metrics.Data}: {metrics.Count} texts, {metrics.Grave} grave, labelled by one reader by a written rule ([labelling.md](labelling.md)) before any model had seen them.
            Not independent of the test: {metrics.Decisions.Model.Split}. Temperature and shift come from 150 other labelled rows.

            | language | texts | grave | area under ROC | 95 % interval | lexicon alone |
            | --- | --- | --- | --- | --- | --- |
            {rows.ToString().TrimEnd()}

            {(metrics.Gain is { } gain ? string.Create(CultureInfo.InvariantCulture, $"**{gain:+0.0000;-0.0000}** over the lexicon alone (95 % interval {metrics.GainInterval![0]:F4} to {metrics.GainInterval[1]:F4}). The lexicon was written by the reader of these rows, after reading them: as a baseline it is kind to itself, and what learned from its labels is kind to itself too.") : "")}
            Naive Bayes on the same rows (`models/train/naive_bayes.py`), area under ROC: {naive}.
            Most of the rows that were read were picked because models had them wrong, which teaches naive Bayes little.
            At 0.5: F1 {decisions.F1:F4} ({decisions.F1Interval[0]:F3}-{decisions.F1Interval[1]:F3}), precision {decisions.Precision:F4}, recall {decisions.Recall:F4}, expected calibration error {decisions.CalibrationError:F4} at this
            set's share of grave rows. {decisions.Model.MedianMilliseconds:F3} ms a text on one core, alone; {decisions.Model.ModelBytes:N0} bytes.

            ![ROC and confusion matrix](roc.svg)

            ## What it gets wrong

            The ten errors that were surest of themselves:

            {wrong.ToString().TrimEnd()}

            ## Limits

            - One reader, one pass; people disagree about the middle levels, and the set is small: see the intervals. Most of its Korean grave rows came from a second
              reading for clearly grave ones, and the lexicon was written by the same reader afterwards: the figures are kind, to model and lexicon alike.
            - At 0.5 it is careful: hardly anything called grave is mild, three grave ones in ten are missed. For a watch list take a lower value.
            - Headlines of 2004 to 2010 (English) and 2016 to 2020 (Korean), mostly. New dangers have new names, which it learns only by the words around them.
            - It knows spelling, not grammar: "no one was hurt", "acquitted of murder" and "a drill for an earthquake" are weighed by their words.
            - Places of long wars pull upwards, sports and entertainment downwards.
            - Longer texts are judged by their beginning; their figures were not measured. Other languages have names and numbers only to go by.

            """);
    }

    private static string Row(string name, SeverityMetrics.OneRanking model, SeverityMetrics.OneRanking? lexicon) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {name} | {model.Count} | {model.Grave} | **{model.Area:F4}** | {model.Interval[0]:F3}-{model.Interval[1]:F3} | {(lexicon is null ? "" : $"{lexicon.Area:F4} ({lexicon.Interval[0]:F3}-{lexicon.Interval[1]:F3})")} |\n");
}
