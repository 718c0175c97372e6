using System.Text;
using System.Text.Json;
using TrendGrains.Inference.Catalog;
using TrendGrains.Reading.Evaluation;
using TrendGrains.Reading.Language;

namespace TrendGrains.Output;

/// <summary>The figures of <c>evaluate language</c>: whole sentences, and their beginnings as long as a headline.</summary>
internal sealed record LanguageLengths(LanguageFigures Sentence, LanguageFigures Headline);

/// <summary>metrics.json and card.md of the language profiles.</summary>
internal static class LanguageCard
{
    private static readonly JsonSerializerOptions options = new(Json.Options) { WriteIndented = true };

    public static async Task WriteAsync(string folder, LanguageLengths lengths, CancellationToken cancellationToken)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "metrics.json"), JsonSerializer.Serialize(new { Model = Record(lengths), lengths.Sentence, lengths.Headline }, options) + "\n", cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "card.md"), Text(lengths), cancellationToken);
    }

    private static ModelRecord Record(LanguageLengths lengths) => new(
        [
            new TrainingSet("SIB-200 train, sentences a language, about", "Apache-2.0; text from FLORES-200, CC BY-SA 4.0", 560),
            new TrainingSet("NTREX-128, sentences a language, about", "CC BY-SA 4.0", 1_600),
            new TrainingSet("UD Japanese-GSD and Chinese-GSDSimp, dev and test", "CC BY-SA 4.0", null),
            new TrainingSet("Clickbait, English headlines", "MIT", 6_000),
        ],
        new TrainingSet("SIB-200 and NTREX-128, sentences kept apart", "CC BY-SA 4.0", lengths.Sentence.Texts),
        "SIB-200 rows whose index is a multiple of 5 and NTREX documents whose name's SHA-256 begins with one are kept apart; half of them set the confidence",
        "the middle 95 % over resampled texts",
        typeof(LanguageDetector).Assembly.GetManifestResourceStream("profiles.bin.gz")!.Length,
        Math.Round(lengths.Sentence.MedianMicroseconds / 1000, 4));

    private static string Text(LanguageLengths lengths)
    {
        var rows = new StringBuilder();
        foreach (var (whole, headline) in lengths.Sentence.Languages.Zip(lengths.Headline.Languages))
        {
            rows.Append($"| {whole.Language} | {whole.Texts} | {whole.Recall:F3} | {whole.Precision:F3} | {headline.Recall:F3} | {headline.Precision:F3} | {headline.Mistaken} |\n");
        }

        return $"""
            # language

            Which of {lengths.Sentence.Languages.Count} languages a text is in: by script where a script has one language, else naive Bayes over runs of one to four letters and whole
            words; ideographs without kana by characters and pairs. The profiles are `src/TrendGrains.Reading/Language/profiles.bin.gz`.

            Made by `python3 models/train/language_profiles.py --sib DIR --ntrex DIR --gsd DIR --clickbait FILE`; this page and `metrics.json` by
            `trendgrains evaluate language --write-card`.

            ## Data

            | set | terms |
            | --- | --- |
            | SIB-200 train, some 560 sentences a language | Apache-2.0; text from FLORES-200, CC BY-SA 4.0 |
            | NTREX-128, some 1,600 sentences of news a language | CC BY-SA 4.0 |
            | UD Japanese-GSD and Chinese-GSDSimp, dev and test, for ideographs | CC BY-SA 4.0 |
            | Clickbait, 6,000 English headlines | MIT |

            The profiles and `sentences.jsonl.gz` are offered under CC BY-SA 4.0. Kept apart: SIB-200 rows whose index is a multiple of 5, and NTREX documents whose
            name's SHA-256 begins with one; half of that set the confidence, `sentences.jsonl.gz` is of the other half.

            ## Figures

            | | texts | right | 95 % interval | macro F1 | und | calibration error | microseconds |
            | --- | --- | --- | --- | --- | --- | --- | --- |
            {Row("whole sentences", lengths.Sentence)}
            {Row("first 40 characters", lengths.Headline)}

            | language | texts | sentence: recall | precision | 40 characters: recall | precision | most taken for |
            | --- | --- | --- | --- | --- | --- | --- |
            {rows.ToString().TrimEnd()}

            ## Limits

            - Bosnian, Croatian and Serbian in Latin letters, Indonesian and Malay, Xhosa and Zulu, Danish and Norwegian are often the same in a headline: the likelier one is said.
            - Bokmål and Nynorsk are both `no`, simplified and traditional Chinese both `zh`, Dari is `fa`; Cantonese is not told from Chinese.
            - A language that is not in the table is `und` where its runs of letters are strange, else its nearest relative (Occitan is Catalan or French).
            - A single word of under eight Latin letters is `und`. The sentences measured on are translated news and encyclopedia text; chat and dialect were not measured.

            """;
    }

    private static string Row(string name, LanguageFigures f) =>
        $"| {name} | {f.Texts:N0} | **{f.Accuracy:F4}** | {f.Low:F4}-{f.High:F4} | {f.F1:F4} | {f.Unknown:F4} | {f.CalibrationError:F4} | {f.Microseconds:F1} |";
}
