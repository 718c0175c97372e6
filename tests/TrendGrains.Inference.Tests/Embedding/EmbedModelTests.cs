using System.Text.Json;
using TrendGrains.Inference.Catalog;
using TrendGrains.Inference.Embedding;
using TrendGrains.Inference.Evaluation.Meaning;

namespace TrendGrains.Inference.Tests.Embedding;

public sealed class EmbedModelTests
{
    [Fact]
    public void Its_vectors_are_those_that_its_training_computed()
    {
        using var model = Open();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "TestData", "embed.jsonl")))
        {
            using var document = JsonDocument.Parse(line);
            var vector = model.Embed([document.RootElement.GetProperty("text").GetString()!])[0];

            Assert.Equal(256, vector.Length);
            Assert.Equal(1, MeaningScore.Cosine(vector, vector), 1e-5);
            Assert.All(document.RootElement.GetProperty("begins").EnumerateArray().Zip(vector), p => Assert.Equal(p.First.GetSingle(), p.Second, 2e-4f));
        }
    }

    [Fact]
    public void A_sentence_and_its_translation_lie_together()
    {
        using var model = Open();
        string[] korean = ["중앙은행이 기준금리를 올렸다.", "지진으로 마을 세 곳이 무너졌다.", "두 나라 정상이 평화 회담을 열었다."];
        string[] english = ["The central bank raised interest rates.", "An earthquake destroyed three villages.", "The leaders of the two countries held peace talks."];

        Assert.Equal([0, 1, 2], MeaningScore.Nearest(model.Embed(korean), model.Embed(english)));
        Assert.Equal([0, 1, 2], MeaningScore.Nearest(model.Embed(english), model.Embed(korean)));
    }

    private static TextEmbedder Open() => TextEmbedder.Open(ModelCatalog.Load(ShippedModel.Folder).Single(m => m.Name == "embed"));
}
