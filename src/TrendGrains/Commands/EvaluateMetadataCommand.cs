using System.CommandLine;
using Spectre.Console;
using TrendGrains.Output;
using TrendGrains.Reading;
using TrendGrains.Reading.Evaluation;
using TrendGrains.Reading.Evaluation.Metadata;

namespace TrendGrains.Commands;

/// <summary><c>evaluate metadata</c>: how well titles, bylines and dates are read, against WCXB's development split. Needs no database.</summary>
internal static class EvaluateMetadataCommand
{
    public static Command Create()
    {
        var gold = new Option<string>("--gold") { Description = "WCXB's development split: wcxb-dev.tar.xz, or the folder it was unpacked to.", Required = true };
        var part = CorpusPart.Option();
        var pages = new Option<string?>("--pages") { Description = "File for a line a page: {id, url, kind, gold, found, origins}." };
        var json = new Option<bool>("--json") { Description = "The figures as JSON Lines: one for all, one a kind." };
        var command = new Command("metadata", "Titles, names of authors and days of publication: precision, recall, F1.") { gold, part, pages, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            List<WcxbPage> corpus;
            try
            {
                corpus = await WcxbCorpus.ReadAsync(parsed.GetRequiredValue(gold), cancellationToken);
            }
            catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
            {
                await Console.Error.WriteLineAsync($"trendgrains: {error.Message}");
                return CommandLine.Failed;
            }

            var chosen = corpus.FindAll(p => CorpusPart.Has(parsed.GetRequiredValue(part), p.IsHeldOut));
            var reader = new PageReader();
            var scores = new List<MetadataScore>(chosen.Count);
            await WorkProgress.RunAsync("read", report =>
            {
                foreach (var page in chosen)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    scores.Add(new MetadataScore(MetadataGold.Of(page), reader.Read(new RawPage(page.Url, "text/html", null, page.Body, null))));
                    report(scores.Count, chosen.Count, $"{scores.Count} of {chosen.Count} pages");
                }

                return Task.CompletedTask;
            });
            if (parsed.GetValue(pages) is { } file)
            {
                await WritePagesAsync(file, scores);
            }

            await PrintAsync(scores, parsed.GetValue(json));
            return CommandLine.Done;
        });
        return command;
    }

    private static async Task WritePagesAsync(string file, List<MetadataScore> scores)
    {
        await using var lines = new OutputFile(file);
        foreach (var score in scores)
        {
            await lines.WriteAsync(new
            {
                score.Gold.Id,
                score.Gold.Url,
                score.Gold.Kind,
                Gold = new { score.Gold.Title, score.Gold.Author, score.Gold.Published },
                Found = new { score.Read.Title, score.Read.Byline, score.Read.Published, score.Read.Modified, score.Read.SiteName },
                score.Read.Origins,
                TitleEqual = score.Title?.IsEqual,
                score.Date,
            });
        }
    }

    private static async Task PrintAsync(List<MetadataScore> scores, bool json)
    {
        MetadataFigures[] rows =
        [
            MetadataFigures.Of("all", scores),
            .. scores.GroupBy(s => s.Gold.Kind).OrderByDescending(g => g.Count()).Select(g => MetadataFigures.Of(g.Key, [.. g])),
        ];
        if (json)
        {
            await using var output = new OutputFile(null);
            foreach (var row in rows)
            {
                await output.WriteAsync(row);
            }

            return;
        }

        Print("titles", ["pages", "", "equal", "without site", "word F1"], rows, r => [$"{r.Titles:N0}", $"{r.TitleEqual:F3}", $"{r.TitleEqualWithoutSite:F3}", $"{r.TitleF1:F3}"]);
        Print("authors", ["pages", "", "exact", "precision", "recall", "F1", "extra"], rows,
            r => [$"{r.Authors:N0}", $"{r.AuthorExact:F3}", $"{r.AuthorPrecision:F3}", $"{r.AuthorRecall:F3}", $"{r.AuthorF1:F3}", $"{r.ExtraBylines:N0}"]);
        Print("published", ["pages", "", "precision", "recall", "F1", "or modified", "extra"], rows,
            r => [$"{r.Dates:N0}", $"{r.DatePrecision:F3}", $"{r.DateRecall:F3}", $"{r.DateF1:F3}", $"{r.EitherDate:F3}", $"{r.ExtraDates:N0}"]);
    }

    private static void Print(string title, string[] columns, MetadataFigures[] rows, Func<MetadataFigures, string[]> cells)
    {
        var table = new Table().Border(TableBorder.Simple).Title(title).AddColumns(columns);
        foreach (var row in rows)
        {
            table.AddRow([row.Part, .. cells(row)]);
        }

        AnsiConsole.Write(table);
    }
}
