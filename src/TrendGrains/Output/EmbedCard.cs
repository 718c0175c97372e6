using System.Text;
using TrendGrains.Inference.Catalog;
using TrendGrains.Inference.Evaluation.Meaning;
using TrendGrains.Meaning;

namespace TrendGrains.Output;

/// <summary>metrics.json and card.md of the model embed.</summary>
internal static class EmbedCard
{
    public const string Model = "embed";

    private const string Command = "trendgrains evaluate embed --data ../shared/data --parallel PAIRS --write-card";
    private const string Split =
        "KorSTS and STS-B: MD5 of filename|year|id modulo 5 is 0, in both languages, and what shares a sentence with those was dropped from training; SIB-200: index_id modulo 5 is 0; "
        + "NTREX-128: every fifth line; Korean-English news: the test part; ECB+: none of it was learned from";

    public static async Task WriteAsync(
        ModelEntry model, List<MeaningFigure> figures, List<MeaningFigure> before, List<MeaningMistake> mistakes, List<double> milliseconds, CancellationToken cancellationToken)
    {
        var record = ModelRecord.Of(
            model, new TrainingSet("held-out parts of KorSTS, STS-B, SIB-200, NTREX-128, Korean-English news; ECB+", "CC BY-SA, CC BY; STS-B's texts keep their sources' terms", figures.Sum(f => f.Rows)),
            Split, "the middle 95 % over a thousand resamples of the rows", milliseconds);
        await MetricsFile.WriteAsync(Path.Combine(model.Folder, "metrics.json"), new { Command, Model = record, Figures = figures, TextEmbedding = before }, cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(model.Folder, "card.md"), Text(model, record, figures, before, mistakes), cancellationToken);
    }

    private static string Text(ModelEntry model, ModelRecord record, List<MeaningFigure> figures, List<MeaningFigure> before, List<MeaningMistake> mistakes)
    {
        var (rows, sets, examples) = (new StringBuilder(), new StringBuilder(), new StringBuilder());
        foreach (var (figure, old) in figures.Zip(before))
        {
            rows.Append($"| {figure.Set} | {figure.Measure} | {figure.Rows:N0} | **{figure.Value:F3}** | {figure.Low:F3}-{figure.High:F3} | {old.Value:F3} |\n");
        }

        foreach (var set in model.TrainedOn)
        {
            sets.Append($"| {set.Set} | {set.License} | {set.Rows:N0} |\n");
        }

        foreach (var mistake in mistakes)
        {
            examples.Append($"- {Shown(mistake.Left)} / {Shown(mistake.Right)}: cosine {mistake.Cosine:F2}, {(mistake.Score is { } score ? $"people said {score:F1} of 5" : "not its translation, which was further off")}\n");
        }

        return $"""
            # {model.Name} {model.Version}

            The meaning of a sentence in {model.Dimension} numbers of length one, Korean and English in one space. Hashed character n-grams and words → int8 table of {model.Tokenizer!.Buckets:N0} rows
            (a row's length is its weight) → sum → a projection and a hidden layer → length one. {record.ModelBytes / 1e6:F1} MB, {record.MedianMilliseconds:F2} ms a text through its queue. No pretrained weights.

            Made by `models/train/parallel_texts.py` (lays the texts out) and `models/train/embed.py` (trains, exports); this page and `metrics.json` by
            `{Command}`. What else was tried: `docs/decisions/`.

            ## Data

            | set | terms | rows |
            | --- | --- | --- |
            {sets.ToString().TrimEnd()}

            The weights are offered under CC BY-SA 4.0. Kept apart: {Split}.

            ## Figures

            The last column is the 128-dimensional model text-embedding on the same rows. Retrieval is among as many texts as there are rows.

            | set | measure | rows | embed | 95 % interval | text-embedding |
            | --- | --- | --- | --- | --- | --- |
            {rows.ToString().TrimEnd()}

            ## What it gets wrong

            {examples.ToString().TrimEnd()}

            ## Limits

            - It knows words and their spelling, not grammar: who did what to whom, and whether it was denied, is invisible.
            - Korean and English meet where the parallel texts had the words: news, software, games, the Bible, names of places. Other fields are further apart.
            - Most of the parallel text is not news. The held-out parts of SIB-200 and NTREX-128 are of the same make as some of what was learned from; other news is harder, as the news test part shows.
            - STS-B's English pairs were learned from only where the text is open (its image captions); Korean pairs of all kinds were.
            - No other language was measured.

            """;
    }

    private static string Shown(string text) => $"“{(text.Length > 110 ? $"{text[..110]}…" : text)}”";
}
