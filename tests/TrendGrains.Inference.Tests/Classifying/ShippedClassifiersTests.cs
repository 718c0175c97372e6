using System.Runtime.InteropServices;
using System.Text.Json;
using TrendGrains.Inference.Catalog;
using TrendGrains.Inference.Classifying;
using TrendGrains.TestKit;

namespace TrendGrains.Inference.Tests.Classifying;

/// <summary>The models <c>topic</c> and <c>tone</c>, as they ship.</summary>
public sealed class ShippedClassifiersTests
{
    [Theory]
    [InlineData("topic")]
    [InlineData("tone")]
    public void Agrees_with_numpy_on_every_golden_text(string name)
    {
        using var model = Open(name);
        using var golden = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Checkout.Root, "tests", "TrendGrains.Inference.Tests", "TestData", $"{name}.golden.json")));
        var rows = golden.RootElement.EnumerateArray().Select(r => (
            Text: Text(r.GetProperty("utf16").GetBytesFromBase64()), Scores: r.GetProperty("scores").EnumerateArray().Select(s => s.GetSingle()).ToArray())).ToArray();

        Assert.NotEmpty(rows);
        foreach (var (row, scores) in rows.Zip(model.Score([.. rows.Select(r => r.Text)])))
        {
            Assert.All(row.Scores.Zip(scores), pair => Assert.Equal(pair.First, pair.Second, 2e-4f));
        }
    }

    [Theory]
    [InlineData("topic")]
    [InlineData("tone")]
    public void Scores_are_probabilities_whatever_the_text(string name)
    {
        using var model = Open(name);
        foreach (var scores in model.Score(["", "\ud83d", new string('가', 5_000_000), "Привет, мир"]))
        {
            Assert.Equal(model.Entry.Labels.Count, scores.Length);
            Assert.Equal(1, scores.Sum(), 1e-4f);
            Assert.All(scores, s => Assert.InRange(s, 0, 1));
        }
    }

    [Theory]
    [InlineData("코스피 2% 급락…외국인 1조원 순매도", "economy")]
    [InlineData("류현진 7이닝 무실점 시즌 10승", "sports")]
    [InlineData("국회 본회의서 예산안 처리…여야 막판 합의", "politics")]
    [InlineData("Stocks fall as the central bank raises interest rates", "economy")]
    [InlineData("Manchester United beat Arsenal 2-1 to win the league title", "sports")]
    [InlineData("NASA telescope finds water vapour on distant planet", "it-science")]
    public void Says_what_a_plain_headline_is_about(string text, string topic)
    {
        using var model = Open("topic");
        var scores = model.Score([text])[0];

        Assert.Equal(topic, model.Entry.Labels[Array.IndexOf(scores, scores.Max())]);
    }

    [Theory]
    [InlineData("정말 재미있고 감동적인 최고의 영화", "positive")]
    [InlineData("시간이 아깝다 지루하고 최악", "negative")]
    [InlineData("A wonderful, beautiful film", "positive")]
    [InlineData("Terrible crash kills twelve", "negative")]
    public void Says_how_a_plain_text_sounds(string text, string tone)
    {
        using var model = Open("tone");
        var scores = model.Score([text])[0];

        Assert.Equal(tone, model.Entry.Labels[Array.IndexOf(scores, scores.Max())]);
    }

    /// <summary>Lone surrogates and all.</summary>
    private static string Text(byte[] utf16) => new(MemoryMarshal.Cast<byte, char>(utf16));

    private static TextClassifier Open(string name) => TextClassifier.Open(ModelCatalog.Load(ShippedModel.Folder).Single(m => m.Name == name));
}
