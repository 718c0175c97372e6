using System.Globalization;
using Spectre.Console;
using TrendGrains.Crawling.Policies;
using TrendGrains.Storage.Sources;

namespace TrendGrains.Output;

/// <summary>Harvest over pages fetched: a table, and a picture where one is asked for.</summary>
internal sealed class HarvestReport
{
    private readonly List<(string Source, string Policy, string? Focus, IReadOnlyList<CrawlChoiceRow> Choices)> runs = [];

    /// <summary>Only pages count: what leads to them, and what was put off, no policy is judged by.</summary>
    public void Add(string source, string policy, string? focus, IReadOnlyList<CrawlChoiceRow> choices) =>
        runs.Add((source, policy, focus, [.. choices.Where(c => c.Reward is not null || c.IsArticle == true)]));

    public IEnumerable<HarvestLine> Lines => runs.Select(r => HarvestLine.Of(r.Source, r.Policy, r.Choices));

    /// <summary>A table for each source, narrow enough for a pipe's 80 columns; the shares are of the pages, below them the articles found by then.</summary>
    public void Print()
    {
        foreach (var source in Lines.GroupBy(l => l.Source))
        {
            var table = new Table().Border(TableBorder.Simple).Title(Markup.Escape(source.Key), new Style());
            foreach (var name in new[] { "policy", "pages", "articles", "a page", "10 %", "25 %", "50 %", "worth" })
            {
                table.AddColumn(new TableColumn(name).NoWrap());
            }

            foreach (var line in source)
            {
                table.AddRow(
                    line.Policy, Number(line.Pages), Number(line.Articles), line.Rate.ToString("0.000", CultureInfo.InvariantCulture),
                    Number(line.ArticlesAfter[0]), Number(line.ArticlesAfter[1]), Number(line.ArticlesAfter[2]), line.Worth.ToString("N1", CultureInfo.InvariantCulture));
            }

            AnsiConsole.Write(table);
        }
    }

    public Task DrawAsync(string file, CancellationToken cancellationToken)
    {
        var panels = runs.GroupBy(r => r.Source).Select(site => new HarvestPanel(
            site.Key, [.. site.Select(r => HarvestLine.Curve(r.Policy, r.Choices, r.Focus is not null))]));
        var focus = runs.Select(r => r.Focus).FirstOrDefault(f => f is not null);
        var svg = HarvestChart.Svg(
            "Articles over pages fetched", focus is null ? "one crawl of each policy from nothing" : $"worth by focus: {focus}", [.. panels]);
        return File.WriteAllTextAsync(file, svg, cancellationToken);
    }

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
