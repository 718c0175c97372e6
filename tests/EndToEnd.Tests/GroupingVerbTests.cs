using System.Text.Json;

namespace TrendGrains.EndToEnd.Tests;

/// <summary><c>cluster</c> and <c>evaluate grouping</c> as a script uses them.</summary>
public sealed class GroupingVerbTests
{
    private const string Stream =
        """
        {"id":1,"time":"2026-01-05T10:00:00Z","title":"Strong storm hits the harbour of Lisbon","text":"A strong storm hit the harbour of Lisbon on Monday and tore boats from their moorings.","story":"storm"}
        {"id":"b","time":"2026-01-05T10:10:00Z","title":"Central bank leaves its key rate unchanged","text":"The central bank left its key rate unchanged on Monday, as most economists had expected.","story":"rate"}
        no line
        {"id":"c","title":"Strong storm hits the harbour of Lisbon","text":"A strong storm hit the harbour of Lisbon on Monday and tore boats from their moorings.","story":"storm"}
        {"id":"d","title":"태풍이 부산 항구를 강타했다","text":"강한 태풍이 월요일 부산 항구를 강타해 어선들이 떠내려갔다.","story":null}
        """;

    private static readonly Executable withoutDatabase = new(null, Path.GetTempPath());

    [Fact]
    public async Task Cluster_names_a_bad_line_does_the_rest_and_says_the_same_each_time()
    {
        var first = await withoutDatabase.RunAsync(["cluster", "--batch", "-"], Stream);
        var second = await withoutDatabase.RunAsync(["cluster"], Stream);

        Assert.Equal(1, first.ExitCode);
        Assert.Contains("-:3: not JSON", first.Errors, StringComparison.Ordinal);
        Assert.Equal(first.Output, second.Output);
        var lines = Array.ConvertAll(first.Lines, l => JsonDocument.Parse(l).RootElement);
        Assert.Equal(["1", "b", "c", "d"], lines.Select(l => l.GetProperty("id").ToString()));
        Assert.Equal([true, true, false, true], lines.Select(l => l.GetProperty("isNew").GetBoolean()));
        Assert.All(lines, l => Assert.Matches("^[0-9a-f]{32}$", l.GetProperty("trend").GetString()));
        Assert.Equal(1, lines[2].GetProperty("reasons").GetProperty("nearest").GetInt32());
        Assert.Equal(lines[0].GetProperty("trend").GetString(), lines[2].GetProperty("trend").GetString());
    }

    [Fact]
    public async Task What_cluster_wrote_is_evaluated_as_the_gold_file_alone_is()
    {
        var folder = Directory.CreateTempSubdirectory();
        var (gold, predicted) = (Path.Combine(folder.FullName, "gold.jsonl"), Path.Combine(folder.FullName, "predicted.jsonl"));
        await File.WriteAllTextAsync(gold, string.Join('\n', Stream.Split('\n').Where(l => l.StartsWith('{'))));

        var clustered = await withoutDatabase.RunAsync(["cluster", "--batch", gold, "--final", "--out", predicted]);
        var compared = await withoutDatabase.RunAsync(["evaluate", "grouping", "--gold", gold, "--predicted", predicted, "--json"]);
        var alone = await withoutDatabase.RunAsync(["evaluate", "grouping", "--gold", gold, "--json"]);
        var table = await withoutDatabase.RunAsync(["evaluate", "grouping", "--gold", gold]);

        Assert.True(clustered.ExitCode + compared.ExitCode + alone.ExitCode + table.ExitCode == 0, clustered.Errors + compared.Errors + alone.Errors);
        Assert.Equal(compared.Output, alone.Output);
        var figures = JsonDocument.Parse(compared.Lines.Single()).RootElement;
        Assert.Equal((4, 3, 1.0), (figures.GetProperty("items").GetInt32(), figures.GetProperty("goldClusters").GetInt32(), figures.GetProperty("f1").GetDouble()));
        Assert.Contains("AMI", table.Output, StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Gold_items_that_nobody_grouped_are_counted_aloud_and_stand_alone()
    {
        var folder = Directory.CreateTempSubdirectory();
        var (gold, predicted) = (Path.Combine(folder.FullName, "gold.jsonl"), Path.Combine(folder.FullName, "predicted.jsonl"));
        await File.WriteAllTextAsync(gold, "{\"id\":1,\"story\":\"a\"}\n{\"id\":2,\"story\":\"a\"}\n{\"id\":3,\"story\":\"a\"}\n");
        await File.WriteAllTextAsync(predicted, "{\"id\":1,\"trend\":\"x\"}\n{\"id\":2,\"trend\":\"x\"}\n");

        var outcome = await withoutDatabase.RunAsync(["evaluate", "grouping", "--gold", gold, "--predicted", predicted, "--json"]);

        Assert.Contains("1 of 3 gold items have no trend", outcome.Errors, StringComparison.Ordinal);
        Assert.Equal(2, JsonDocument.Parse(outcome.Lines.Single()).RootElement.GetProperty("predictedClusters").GetInt32());
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task An_empty_gold_file_and_a_missing_one_fail()
    {
        var empty = Path.GetTempFileName();

        var nothing = await withoutDatabase.RunAsync(["evaluate", "grouping", "--gold", empty]);
        var missing = await withoutDatabase.RunAsync(["evaluate", "grouping", "--gold", empty + ".missing"]);
        var usage = await withoutDatabase.RunAsync(["evaluate", "grouping"]);

        Assert.Equal((1, 1, 2), (nothing.ExitCode, missing.ExitCode, usage.ExitCode));
        Assert.Contains("holds no item", nothing.Errors, StringComparison.Ordinal);
        File.Delete(empty);
    }
}
