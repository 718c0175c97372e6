using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;
using TrendGrains.Inference;
using TrendGrains.Output;
using TrendGrains.Reading;
using TrendGrains.Reading.Decisions;
using TrendGrains.Reading.Evaluation.Metadata;
using TrendGrains.Reading.Evaluation.Readability;

namespace TrendGrains.Commands;

/// <summary><c>evaluate readability</c>: how near reading comes to Mozilla Readability on Readability's own cases. Needs no database.</summary>
internal static class EvaluateReadabilityCommand
{
    public static Command Create()
    {
        var folder = new Option<string>("--cases") { Description = "Readability's test-pages: a folder a case.", Required = true };
        var part = CorpusPart.Option();
        var pages = new Option<string?>("--pages") { Description = "File for a line a case: {name, wordF1, shingleF1, expected, found, origins}." };
        var json = new Option<bool>("--json") { Description = "The figures as one JSON object." };
        var command = new Command("readability", "Text (word F1, F1 of runs of four words), metadata and article-or-not against Readability's expectations.") { folder, part, pages, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            List<ReadabilityCase> cases;
            try
            {
                cases = await ReadabilityCorpus.ReadAsync(parsed.GetRequiredValue(folder), cancellationToken);
            }
            catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
            {
                await Console.Error.WriteLineAsync($"trendgrains: {error.Message}");
                return CommandLine.Failed;
            }

            using var models = PageModels.Load();
            await using var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddInference().BuildServiceProvider();
            var reader = new PageReader(models);
            var chosen = cases.FindAll(c => CorpusPart.Has(parsed.GetRequiredValue(part), c.IsHeldOut));
            var read = chosen.ConvertAll(c => reader.Read(new RawPage(ReadabilityCase.Address, "text/html", null, c.Body, null)));
            var decided = await new PageDecisions(services.GetRequiredService<ModelWorkers>()).DecideAsync(read, cancellationToken);
            var scores = chosen.Zip(decided, (c, page) => new ReadabilityScore(c, page)).ToList();
            if (parsed.GetValue(pages) is { } file)
            {
                await WritePagesAsync(file, scores);
            }

            await PrintAsync(scores, parsed.GetValue(json));
            return CommandLine.Done;
        });
        return command;
    }

    private static async Task WritePagesAsync(string file, List<ReadabilityScore> scores)
    {
        await using var lines = new OutputFile(file);
        foreach (var score in scores)
        {
            await lines.WriteAsync(new
            {
                score.Case.Name,
                WordF1 = Math.Round(score.WordF1, 4),
                ShingleF1 = Math.Round(score.Shingles, 4),
                Expected = new { score.Case.Title, score.Case.Byline, score.Case.SiteName, score.Case.Language, score.Case.Published, score.Case.IsReaderable },
                Found = new { score.Read.Title, score.Read.Byline, score.Read.SiteName, score.Read.Language, score.Read.Published, score.Read.IsArticle },
                score.Read.Origins,
            });
        }
    }

    private static async Task PrintAsync(List<ReadabilityScore> scores, bool json)
    {
        var fields = MetadataFigures.Of("all", scores.ConvertAll(s => s.Fields));
        var figures = new
        {
            Cases = scores.Count,
            WordF1 = Mean(scores.Select(s => s.WordF1)),
            ShingleF1 = Mean(scores.Select(s => s.Shingles)),
            fields.TitleEqual,
            fields.TitleEqualWithoutSite,
            fields.TitleF1,
            fields.AuthorF1,
            fields.DateF1,
            SiteName = Mean(scores.Select(s => s.IsSiteRight).OfType<bool>().Select(r => r ? 1.0 : 0)),
            Language = Mean(scores.Select(s => s.IsLanguageRight).OfType<bool>().Select(r => r ? 1.0 : 0)),
            ArticleAsReaderable = Mean(scores.Select(s => s.IsArticleAgreed ? 1.0 : 0)),
        };
        if (json)
        {
            await using var output = new OutputFile(null);
            await output.WriteAsync(figures);
            return;
        }

        var table = new Table().Border(TableBorder.Simple).AddColumns($"{figures.Cases} cases", "");
        table.AddRow("text, word F1", $"{figures.WordF1:F4}").AddRow("text, F1 of runs of four words", $"{figures.ShingleF1:F4}")
            .AddRow("title equal", $"{figures.TitleEqual:F3}").AddRow("title equal, site's name cut", $"{figures.TitleEqualWithoutSite:F3}").AddRow("title, word F1", $"{figures.TitleF1:F3}")
            .AddRow("authors, F1", $"{figures.AuthorF1:F3}").AddRow("published day, F1", $"{figures.DateF1:F3}").AddRow("site name", $"{figures.SiteName:F3}")
            .AddRow("language", $"{figures.Language:F3}").AddRow("article as readerable", $"{figures.ArticleAsReaderable:F3}");
        AnsiConsole.Write(table);
    }

    private static double Mean(IEnumerable<double> values) => Math.Round(values.DefaultIfEmpty().Average(), 4);
}
