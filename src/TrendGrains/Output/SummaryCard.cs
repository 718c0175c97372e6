using System.Globalization;
using System.Text;
using TrendGrains.Inference.Catalog;

namespace TrendGrains.Output;

/// <summary>metrics.json, card.md and the picture of the model <c>summary</c>.</summary>
internal static class SummaryCard
{
    /// <summary>The only set that the card tells of; the model learned from no text of it.</summary>
    public const string MeasuredOn = "BBC News Summary";

    public static async Task WriteAsync(string folder, ModelEntry entry, SummaryMetrics metrics, CancellationToken cancellationToken)
    {
        await MetricsFile.WriteAsync(Path.Combine(folder, "metrics.json"), metrics, cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "margins.svg"), SummaryPicture.Svg(metrics), cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "card.md"), Text(entry, metrics), cancellationToken);
    }

    private static string Text(ModelEntry entry, SummaryMetrics metrics)
    {
        var rows = new StringBuilder();
        foreach (var m in metrics.Methods)
        {
            rows.Append(CultureInfo.InvariantCulture, $"| {m.Method} | **{m.F1:F4}** | {m.Interval[0]:F4}-{m.Interval[1]:F4} | {m.Precision:F4} | {m.Recall:F4} | {m.Words:F1} |\n");
        }

        var wrong = new StringBuilder();
        foreach (var (example, i) in metrics.Worst.Select((e, i) => (e, i)))
        {
            wrong.Append(CultureInfo.InvariantCulture, $"{i + 1}. `{example.Id}`: took sentences {string.Join(", ", example.Chosen)} of {example.Of}: {example.F1:F3} where the first have {example.LeadF1:F3}; the written summary has {example.WantedWords} words.\n");
        }

        return string.Create(CultureInfo.InvariantCulture, $"""
            # {entry.Name} {entry.Version}

            Which one to three sentences of a text say most of it. Each sentence becomes a row of {entry.Features.Count} features (its place, its length, how much of the title and of the
            text's own words it holds, LexRank centrality, numbers, names, quotation, what it begins with: `SentenceFeatures` in src/TrendGrains.Inference/Summaries);
            boosted trees score the rows; maximal marginal relevance keeps the chosen from repeating each other. Sentences are verbatim and carry their
            offsets. Korean and English are read with stems; other languages by their words or pairs of ideographs.

            Made by `/usr/bin/python3 models/train/summary.py --data ../shared/data --trendgrains <the executable>` (seeded; CPU, a minute); this page,
            `metrics.json` and the picture by `trendgrains evaluate summary --gold FILE --name "BBC News Summary" --terms "non-commercial research" --write-card`.

            ## Data

            | set | terms | rows |
            | --- | --- | --- |
            {string.Join('\n', entry.TrainedOn.Select(t => $"| {t.Set} | {t.License} | {t.Rows} |"))}

            Pages whose own description says something of their text. A sentence's worth is half how much of the description it says, half how much of what the text says
            more than once it holds: descriptions are short, and a quarter of them are the first sentence word for word, which teaches little (those count half).
            The weights are offered under {entry.License}.

            ## Figures

            {metrics.Data} ({metrics.Model.MeasuredOn.License}), {metrics.Count:N0} texts, summaries of {metrics.Most} sentences against written ones; ROUGE-1 over whole words, not
            stemmed. {metrics.Model.Split[..1].ToUpperInvariant()}{metrics.Model.Split[1..]}, and nothing was chosen by it.

            | method | ROUGE-1 F1 | 95 % interval | precision | recall | words |
            | --- | --- | --- | --- | --- | --- |
            {rows.ToString().TrimEnd()}

            **{metrics.Margin:+0.0000;-0.0000}** over the first {metrics.Most} sentences (95 % interval {metrics.MarginInterval[0]:F4} to {metrics.MarginInterval[1]:F4}); better on {metrics.Better:P0} of the texts, worse on {metrics.Worse:P0}.
            "The longest" is there because summaries written long reward long sentences: what the model adds to that is in its precision.
            {metrics.Model.MedianMilliseconds:F2} ms a text at the median on one core, everything included; {metrics.Model.ModelBytes:N0} bytes.

            ![Margin of each text](margins.svg)

            ## What it gets wrong

            The ten texts of which the first sentences would have been the better summary by most. Their texts are not ours to print; the pattern is: where the
            written summary is short and is the beginning, sentences that hold more from further down cost precision.

            {wrong.ToString().TrimEnd()}

            ## Limits

            - It learned from English pages of the web, not from news desks. No open Korean set of summaries was found: Korean is checked for sentences, offsets and
              quotations by tests, its choice of sentences was not measured.
            - It prefers sentences that hold much. A text whose point stands in one short sentence loses it.
            - A sentence may begin with "he" or "이는" whose antecedent is not in the summary; that is a feature, not a rule.
            - The first {Inference.Summaries.SummaryDraft.MostSentences} sentences are read, no more. Headings are never chosen unless there is nothing else.
            - Dialogue, recipes, tables and lists have no good three sentences.

            """);
    }
}
