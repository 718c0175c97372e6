using System.CommandLine;
using Spectre.Console;
using TrendGrains.Input;
using TrendGrains.Output;
using TrendGrains.Reading;
using TrendGrains.Reading.Evaluation;
using TrendGrains.Reading.Evaluation.Keywords;
using TrendGrains.Reading.Keywords;

namespace TrendGrains.Commands;

/// <summary><c>evaluate keywords</c>: keyphrases against the tags of pages, beside TF-IDF and YAKE in the same run. Needs no database.</summary>
internal static class EvaluateKeywordsCommand
{
    private static readonly int[] mosts = [5, 10];

    public static Command Create()
    {
        var options = new WcxbOptions();
        var json = new Option<bool>("--json") { Description = "The figures as JSON Lines, one a method and count." };
        var command = new Command("keywords", "Keyphrases against the tags that pages carry and that stand in their text: precision, recall, F1, milliseconds.") { options.Gold, options.Part, options.CrossValidated, json };
        options.Part.AcceptOnlyFromAmong("all", "held-out", "tuning");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (await options.ReadAsync(parsed, cancellationToken) is not { } chosen)
            {
                return CommandLine.Failed;
            }

            using var models = options.Models(parsed);
            var pages = chosen.Select(p => TaggedPage.Of(p, new PageReader(models.Of(p)).Read(new RawPage(p.Url, "text/html", null, p.Body, null)))).OfType<TaggedPage>().ToList();
            await Console.Error.WriteLineAsync($"trendgrains: {models.Seen}");
            if (pages.Count == 0)
            {
                await Console.Error.WriteLineAsync("trendgrains: no page has tags that stand in its text.");
                return CommandLine.Failed;
            }

            await PrintAsync(
                pages,
                [
                    Run("keyphrases", pages, p => [.. Keyphrases.Of(p.Title, p.Text, p.Language).Select(k => k.Term)]),
                    Run("YAKE", pages, p => YakePhrases.Of(p, mosts[^1])),
                    Run("TF-IDF", pages, p => TfIdfPhrases.Of(p, mosts[^1])),
                ],
                parsed.GetValue(json));
            return CommandLine.Done;
        });
        return command;
    }

    private static KeywordsLine[] Run(string name, List<TaggedPage> pages, Func<TaggedPage, IReadOnlyList<string>> find)
    {
        foreach (var page in pages.Take(20))
        {
            find(page);
        }

        var started = TimeProvider.System.GetTimestamp();
        var said = pages.ConvertAll(p => find(p));
        var milliseconds = TimeProvider.System.GetElapsedTime(started).TotalMilliseconds / pages.Count;
        return Array.ConvertAll(mosts, most => KeywordsLine.Of(name, most, KeyphraseScore.Of(pages, said, most), milliseconds));
    }

    private static async Task PrintAsync(List<TaggedPage> pages, KeywordsLine[][] methods, bool json)
    {
        if (json)
        {
            await using var output = new OutputFile(null);
            foreach (var line in methods.SelectMany(m => m))
            {
                await output.WriteAsync(line);
            }

            return;
        }

        var table = new Table().Border(TableBorder.Simple).AddColumns("method", "most", "precision", "recall", "F1", "recall, partly", "ms a page");
        foreach (var line in methods.SelectMany(m => m))
        {
            table.AddRow(line.Method, $"{line.Most}", $"{line.Precision:F4}", $"{line.Recall:F4}", $"{line.F1:F4}", $"{line.Partly:F4}", $"{line.Ms:F2}");
        }

        AnsiConsole.Write(table);
        AnsiConsole.MarkupLine($"{pages.Count:N0} pages, {pages.Average(p => p.Tags.Count):F1} tags each");
    }
}
