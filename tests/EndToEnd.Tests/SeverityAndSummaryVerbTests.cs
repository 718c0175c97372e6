using System.Text.Json;
using TrendGrains.TestKit;

namespace TrendGrains.EndToEnd.Tests;

/// <summary><c>classify --task severity</c>, <c>summarize</c> and their evaluations, with the models that ship.</summary>
public sealed class SeverityAndSummaryVerbTests
{
    private static readonly Executable executable = new(null, Path.GetTempPath());

    [Fact]
    public async Task Grave_events_have_the_higher_value_in_both_languages_and_their_words_are_named()
    {
        var outcome = await RunAsync(
            ["classify", "--task", "severity", "--batch", "-", "--why"],
            new { id = "en-grave", title = "Earthquake kills at least 40 in Nepal, hundreds missing" },
            new { id = "ko-grave", title = "공장 폭발로 노동자 4명 사망·12명 부상" },
            new { id = "en-mild", title = "Central bank keeps interest rate unchanged" },
            new { id = "ko-mild", title = "신간 소개 봄에 읽기 좋은 시집" },
            new { id = "empty" });

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("-:5:", outcome.Errors, StringComparison.Ordinal);
        var lines = outcome.Lines.Select(l => JsonDocument.Parse(l).RootElement).ToDictionary(l => l.GetProperty("id").GetString()!);
        Assert.All(["en-grave", "ko-grave"], id => Assert.Equal("grave", lines[id].GetProperty("label").GetString()));
        Assert.All(["en-mild", "ko-mild"], id => Assert.Equal("mild", lines[id].GetProperty("label").GetString()));
        Assert.Equal(lines["en-grave"].GetProperty("scores").GetProperty("grave").GetDouble(), lines["en-grave"].GetProperty("value").GetDouble());
        Assert.Contains(lines["en-grave"].GetProperty("words").EnumerateArray(), w => w.GetProperty("word").GetString() is "kills" or "Earthquake");
    }

    [Fact]
    public async Task Sentences_of_a_summary_are_verbatim_with_their_offsets()
    {
        const string text = "A heading\n\nThe dam above the town broke at 4:10 a.m. on Monday, officials said. \"We ran,\" said Mr. Kim. 주민 200명이 대피했다.\n\nThe river had risen for three days. Engineers had warned of the dam's state in March. The town has 4,000 people.";

        var outcome = await RunAsync(["summarize", "--batch", "-"], new { id = 7, title = "Dam above town breaks", text }, new { id = 8, text = "" });

        Assert.True(outcome.ExitCode == 0, outcome.Errors);
        var lines = outcome.Lines.Select(l => JsonDocument.Parse(l).RootElement).ToArray();
        var sentences = lines[0].GetProperty("sentences").EnumerateArray().ToArray();
        Assert.InRange(sentences.Length, 1, 3);
        Assert.All(sentences, s => Assert.Equal(s.GetProperty("text").GetString(), text[s.GetProperty("start").GetInt32()..s.GetProperty("end").GetInt32()]));
        Assert.Empty(lines[1].GetProperty("sentences").EnumerateArray());
    }

    [Fact]
    public async Task The_labelled_set_ranks_grave_above_mild_as_the_card_says()
    {
        var outcome = await executable.RunAsync(["evaluate", "severity", "--json"]);

        Assert.True(outcome.ExitCode == 0, outcome.Errors);
        var figures = JsonDocument.Parse(Assert.Single(outcome.Lines)).RootElement;
        Assert.Equal(400, figures.GetProperty("count").GetInt32());
        Assert.True(figures.GetProperty("ranking").GetProperty("area").GetDouble() >= 0.85);
        var kept = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Checkout.Root, "models", "severity", "metrics.json"))).RootElement;
        Assert.Equal(kept.GetProperty("ranking").GetProperty("area").GetDouble(), figures.GetProperty("ranking").GetProperty("area").GetDouble(), 3);
    }

    [Theory]
    [InlineData("severity")]
    [InlineData("summary")]
    public async Task A_gold_file_without_a_usable_line_fails_with_the_reason(string task)
    {
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(path, "{\"text\": \"one\"}\n");

            var outcome = await executable.RunAsync(["evaluate", task, "--gold", path]);

            Assert.Equal(1, outcome.ExitCode);
            Assert.Contains($"{path}:1:", outcome.Errors, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static Task<Outcome> RunAsync(string[] arguments, params object[] lines) =>
        executable.RunAsync(arguments, string.Join('\n', lines.Select(l => JsonSerializer.Serialize(l))));
}
