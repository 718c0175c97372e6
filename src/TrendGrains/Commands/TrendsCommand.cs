using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using TrendGrains.Abstractions.Items;
using TrendGrains.Operating;
using TrendGrains.Output;
using TrendGrains.Storage.Trends;

namespace TrendGrains.Commands;

/// <summary><c>trends</c>: what is happening, the hottest first.</summary>
internal static class TrendsCommand
{
    private const int Most = 1000;

    public static Command Create()
    {
        var json = new Option<bool>("--json") { Description = "One JSON object a line." };
        var count = new Option<int>("--count") { Description = $"How many, 1 to {Most}.", DefaultValueFactory = _ => 20 };
        count.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var token }] && (!int.TryParse(token, CultureInfo.InvariantCulture, out var value) || value is < 1 or > Most))
            {
                result.AddError($"--count: {token} is not a number from 1 to {Most}.");
            }
        });
        var language = new Option<string?>("--language") { Description = "Only trends in this language, e.g. ko; und for those whose language nobody knows." };
        var topic = new Option<string?>("--topic") { Description = $"Only trends about this: {string.Join(", ", Topics.All)}." };
        topic.AcceptOnlyFromAmong([.. Topics.All]);
        var command = new Command("trends", "Show the ranked trends.") { json, count, language, topic };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var cluster = await Operators.OpenAsync(cancellationToken);
            var trends = await cluster.TrendsAsync(new TrendQuery(parsed.GetValue(count), parsed.GetValue(language), parsed.GetValue(topic)), cancellationToken);
            if (parsed.GetValue(json))
            {
                await using var output = new OutputFile(null);
                foreach (var trend in trends)
                {
                    await output.WriteAsync(TrendLine.Of(trend));
                }
            }
            else
            {
                Print(trends);
            }

            return CommandLine.Done;
        });
        return command;
    }

    private static void Print(IReadOnlyList<RankedTrend> trends)
    {
        if (trends.Count == 0)
        {
            Console.WriteLine("No trends yet: a story becomes one when a second item tells it.");
            return;
        }

        var table = new Table().Border(TableBorder.Simple)
            .AddColumns(
                new TableColumn("#").RightAligned(), new TableColumn("trend"), new TableColumn("topic").NoWrap(), new TableColumn("tone").RightAligned(), new TableColumn("severity").RightAligned(), new TableColumn("stage"), new TableColumn("items").RightAligned(),
                new TableColumn("sources").RightAligned(), new TableColumn("score").RightAligned(), new TableColumn("last seen").NoWrap());
        foreach (var trend in trends)
        {
            table.AddRow(
                Markup.Escape(trend.Rank?.ToString(CultureInfo.InvariantCulture) ?? "-"),
                Markup.Escape(trend.Label) + (trend.Synthetic ? " [dim](synthetic)[/]" : ""),
                Markup.Escape(trend.Topic ?? "-"),
                trend.Tone?.ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture) ?? "-",
                trend.Severity?.ToString("0.00", CultureInfo.InvariantCulture) ?? "-",
                $"[{Colour(trend.Stage)}]{Markup.Escape(trend.Stage)}[/]",
                trend.Items.ToString("N0", CultureInfo.InvariantCulture),
                trend.Sources.ToString("N0", CultureInfo.InvariantCulture),
                trend.Score.ToString("0.0", CultureInfo.InvariantCulture),
                trend.LastSeen.UtcDateTime.ToString("MM-dd HH:mm", CultureInfo.InvariantCulture));
        }

        AnsiConsole.Write(table);
    }

    private static string Colour(string stage) => stage switch
    {
        "new" => "blue",
        "climbing" => "green",
        "exploding" => "red",
        "peaking" => "yellow",
        _ => "dim",
    };
}
