using System.Text.Json;
using Microsoft.Extensions.Options;
using TrendGrains.Abstractions.ModelWorkers;
using TrendGrains.Inference;
using TrendGrains.Inference.Catalog;
using TrendGrains.Inference.Scoring;
using TrendGrains.Reading.Decisions;
using TrendGrains.Reading.Evaluation;
using TrendGrains.Reading.Signals;

namespace TrendGrains.Reading.Tests.Decisions;

public sealed class ShippedModelsTests
{
    private static readonly IReadOnlyList<ModelEntry> catalog = ModelCatalog.Load(ModelsFolder.Find());
    private static readonly string testData = Path.Combine(AppContext.BaseDirectory, "TestData");

    [Theory]
    [InlineData("page-kind")]
    [InlineData("article")]
    [InlineData("advert")]
    public void The_shipped_file_gives_what_its_arithmetic_gives(string name)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(testData, "decisions.golden.json")));
        using var model = FeatureModel.Open(catalog.First(m => m.Name == name));

        foreach (var row in json.RootElement.GetProperty(name).EnumerateArray())
        {
            var scores = model.Score([Numbers(row, "features")])[0];

            Assert.Equal(1, scores.Sum(), 4);
            Assert.All(scores.Zip(Numbers(row, "scores")), pair => Assert.Equal(pair.Second, pair.First, 3));
        }

        static float[] Numbers(JsonElement row, string field) => [.. row.GetProperty(field).EnumerateArray().Select(n => n.GetSingle())];
    }

    [Fact]
    public async Task Texts_that_say_that_they_are_paid_for_are_adverts_and_hard_news_is_not()
    {
        await using var workers = Workers();
        var texts = await AdvertCorpus.ReadAsync(Path.Combine(testData, "adverts.jsonl"), default);

        var decisions = await ServedDeciders.Of(workers, DecisionTasks.Advert).DecideAsync([.. texts.Select(t => BareText.Read(t.Title, t.Text, t.Url).Signals)], default);

        var told = texts.Zip(decisions, (t, d) => (Truth: t.IsAdvert ? 1 : 0, Said: d!.Label == "advert" ? 1 : 0)).ToArray();
        Assert.True(texts.Count >= 100);
        Assert.InRange(DecisionScore.Precision(told, 1), 0.9, 1);
        Assert.InRange(DecisionScore.Recall(told, 1), 0.5, 1);
        Assert.Equal("advert", decisions[1]!.Label);
        Assert.Contains("says of itself that somebody paid or that its links earn", decisions[1]!.Why);
    }

    [Fact]
    public async Task What_is_said_to_weigh_does_weigh()
    {
        await using var workers = Workers();
        var model = catalog.First(m => m.Task == DecisionTasks.Advert);
        var texts = await AdvertCorpus.ReadAsync(Path.Combine(testData, "adverts.jsonl"), default);
        PageSignals?[] pages = [.. texts.Select(t => BareText.Read(t.Title, t.Text, t.Url).Signals)];
        var features = SignalNames.For(model);

        var decisions = await ServedDeciders.Of(workers, DecisionTasks.Advert).DecideAsync(pages, default);

        for (var i = 0; i < texts.Count; i++)
        {
            var (decision, row) = (decisions[i]!, pages[i]!.Row(features));
            Assert.InRange(decision.Why.Length, 1, 3);
            var named = Array.FindIndex(features, f => SignalSentences.Of(f, row[Array.IndexOf(features, f)]) == decision.Why[0]);
            Assert.True(named >= 0, decision.Why[0]);
            row[named] = row[named] != model.Typical[named] ? model.Typical[named] : model.Marked[named];
            var label = model.Labels.ToList().IndexOf(decision.Label);
            var without = (await workers.ScoreAsync(model.Name, [row], default)).All()[0][label];
            Assert.True(without < decision.Score, $"{texts[i].Id}: {decision.Why[0]}: {decision.Score} to {without}");
        }
    }

    [Fact]
    public async Task A_page_gets_every_decision_and_bad_rows_are_refused()
    {
        await using var workers = Workers();
        using var models = PageModels.Load();
        var page = new PageReader(models).Read(new RawPage("https://news.example.kr/society/2026/05/20/1", "text/html", null, TestPages.Bytes("korean-news.html"), TestPages.FetchedAt));

        var decided = (await new PageDecisions(workers).DecideAsync([page], default))[0];

        Assert.Equal(DecisionTasks.All, decided.Decisions.Select(d => d.Task));
        Assert.All(decided.Decisions, d => Assert.NotEmpty(d.Why));
        Assert.True(decided.IsArticle);
        Assert.False(decided.IsAdvert);
        Assert.Equal(page.KindScores, decided.KindScores);
        await Assert.ThrowsAsync<ArgumentException>(() => workers.ScoreAsync("advert", [new float[3]], default));
        Assert.Throws<ModelCatalogException>(() => ServedDeciders.Of(workers, "weather"));
    }

    [Fact]
    public void Signals_are_the_same_at_every_reading()
    {
        var page = new RawPage("https://forum.example.com/t/1", "text/html", null, TestPages.Bytes("forum.html"), TestPages.FetchedAt);

        var (first, second) = (new PageReader().Read(page).Signals!, new PageReader().Read(page).Signals!);

        var all = Enum.GetValues<Signal>();
        Assert.Equal(first.Row(all), second.Row(all));
        Assert.Contains(first.Row(all), v => v != 0);
    }

    private static ModelWorkers Workers() => new(Options.Create(new InferenceOptions()), TimeProvider.System);
}
