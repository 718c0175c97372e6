using Spectre.Console;
using TrendGrains.Reading.Evaluation;

namespace TrendGrains.Output;

/// <summary>What the blocks of WCXB's pages leave possible, by page kind.</summary>
internal static class BlockOracleTable
{
    /// <param name="corpus">The pages.</param>
    /// <param name="pages">File for a line a page; null for none.</param>
    /// <param name="json">A line a kind instead of a table.</param>
    public static async Task WriteAsync(List<WcxbPage> corpus, string? pages, bool json)
    {
        var choices = corpus.ConvertAll(p => (Page: p, Choice: BlockOracle.Choose(p)));
        if (pages is not null)
        {
            await using var lines = new OutputFile(pages);
            foreach (var (page, choice) in choices)
            {
                await lines.WriteAsync(new { page.Id, page.Url, page.Kind, F1 = Math.Round(choice.F1, 4), Reachable = Math.Round(choice.Reachable, 4), Blocks = choice.Taken.Length, Taken = choice.Taken.Count(t => t) });
            }
        }

        var rows = choices.GroupBy(c => c.Page.Kind).OrderByDescending(g => g.Count()).Select(g => (Part: g.Key, All: g.ToList())).Prepend(("all", choices))
            .Select(r => new { Part = r.Item1, Pages = r.Item2.Count, F1 = Math.Round(r.Item2.Average(c => c.Choice.F1), 4), Reachable = Math.Round(r.Item2.Average(c => c.Choice.Reachable), 4), Blocks = Math.Round(r.Item2.Average(c => c.Choice.Taken.Length), 1) });
        if (json)
        {
            await using var output = new OutputFile(null);
            foreach (var row in rows)
            {
                await output.WriteAsync(row);
            }

            return;
        }

        var table = new Table().Border(TableBorder.Simple).AddColumns("pages", "", "best F1", "words reachable", "blocks a page");
        foreach (var row in rows)
        {
            table.AddRow(row.Part, $"{row.Pages:N0}", $"{row.F1:F4}", $"{row.Reachable:F4}", $"{row.Blocks:F0}");
        }

        AnsiConsole.Write(table);
    }
}
