using System.Text.Json;

namespace TrendGrains.EndToEnd.Tests;

/// <summary><c>classify</c>: labels for texts and pages, and what is said of lines that a task cannot answer.</summary>
public sealed class ClassifyVerbTests
{
    private const string Page =
        """<html><head><title>Storm over the harbour</title></head><body><article><h1>Storm over the harbour</h1><p>The harbour master said that forty-one ships had left the port before the storm arrived at the coast.</p></article></body></html>""";

    private static readonly Executable executable = new(null, Path.GetTempPath());

    [Fact]
    public async Task Adverts_are_told_from_news_with_the_reasons()
    {
        var outcome = await ClassifyAsync(
            "advert",
            new { id = "paid", title = "[광고] 이 크림 하나로 피부가 달라졌어요", text = "본 포스팅은 업체로부터 제품을 제공받아 작성되었습니다. 지금 구매하면 50% 할인! 링크에서 신청하세요. 쿠팡 파트너스 활동의 일환으로 수수료를 제공받습니다." },
            new { id = "news", title = "Court rejects appeal over harbour works", text = "The court rejected the appeal on Tuesday, a spokesman said. \"We will study the ruling,\" the ministry told reporters." });

        Assert.True(outcome.ExitCode == 0, outcome.Errors);
        var lines = outcome.Lines.Select(l => JsonDocument.Parse(l).RootElement).ToArray();
        Assert.Equal([("paid", "advert"), ("news", "editorial")], lines.Select(l => (l.GetProperty("id").GetString(), l.GetProperty("label").GetString())));
        Assert.NotEmpty(lines[0].GetProperty("why").EnumerateArray());
        Assert.Equal(lines[0].GetProperty("score").GetDouble(), lines[0].GetProperty("scores").GetProperty("advert").GetDouble());
    }

    [Theory]
    [InlineData("page-kind")]
    [InlineData("article")]
    public async Task A_line_without_a_page_is_refused_where_the_page_is_asked_about(string task)
    {
        var outcome = await ClassifyAsync(task, new { id = 1, title = "Storm", text = "Ships left the port." }, new { id = 2, html = Page });

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("-:1: the task needs \"html\"", outcome.Errors, StringComparison.Ordinal);
        Assert.Equal(2, JsonDocument.Parse(Assert.Single(outcome.Lines)).RootElement.GetProperty("id").GetInt32());
    }

    [Theory]
    [InlineData("page-kind")]
    [InlineData("article")]
    [InlineData("advert")]
    public async Task A_page_that_cannot_be_read_is_named_and_the_rest_goes_on(string task)
    {
        var outcome = await ClassifyAsync(task, new { id = 1, title = "Storm", html = "" }, new { id = 2, html = Page });

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("-:1: The page has no content.", outcome.Errors, StringComparison.Ordinal);
        Assert.Equal(2, JsonDocument.Parse(Assert.Single(outcome.Lines)).RootElement.GetProperty("id").GetInt32());
    }

    [Fact]
    public async Task The_language_of_a_page_alone_is_not_guessed_at()
    {
        var outcome = await ClassifyAsync("language", new { id = 1, html = Page }, new { id = 2, text = "The harbour master said that the ships had left the port." });

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("-:1: the task needs \"title\" or \"text\"", outcome.Errors, StringComparison.Ordinal);
        Assert.Equal("en", JsonDocument.Parse(Assert.Single(outcome.Lines)).RootElement.GetProperty("label").GetString());
    }

    private static Task<Outcome> ClassifyAsync(string task, params object[] lines) =>
        executable.RunAsync(["classify", "--task", task], string.Join('\n', lines.Select(l => JsonSerializer.Serialize(l))));
}
