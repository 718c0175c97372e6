using TrendGrains.Inference.Catalog;
using TrendGrains.Inference.Embedding;

namespace TrendGrains.Inference.Tests.Embedding;

public sealed class TextEmbedderTests : IDisposable
{
    private readonly TextEmbedder embedder = TextEmbedder.Open(ShippedModel.Entry);

    public void Dispose() => embedder.Dispose();

    [Fact]
    public void Agrees_with_the_Python_reference_on_every_golden_text()
    {
        var golden = Golden.Load().Rows;
        var vectors = embedder.Embed([.. golden.Select(r => r.Text)]);

        for (var i = 0; i < golden.Length; i++)
        {
            Assert.Equal(golden[i].Vector.Length, vectors[i].Length);
            Assert.True(Difference(golden[i].Vector, vectors[i]) < 1e-4, $"'{golden[i].Shown}' is off by {Difference(golden[i].Vector, vectors[i])}");
        }
    }

    [Fact]
    public void A_text_has_the_same_vector_alone_and_in_any_company()
    {
        var texts = Golden.Load().Rows.Select(r => r.Text).ToArray();
        var together = embedder.Embed(texts);

        for (var i = 0; i < texts.Length; i++)
        {
            Assert.True(Difference(embedder.Embed([texts[i]])[0], together[i]) < 1e-5, $"text {i}");
        }
    }

    [Fact]
    public void Every_vector_has_length_one_and_the_dimension_of_the_catalog()
    {
        var vectors = embedder.Embed(["", "???", "한국은행 기준금리 인하", "😀"]);

        Assert.All(vectors, v => Assert.Equal(ShippedModel.Entry.Dimension, v.Length));
        Assert.All(vectors, v => Assert.Equal(1, v.Sum(x => x * x), 1e-4f));
        Assert.Equal(vectors[0], vectors[1]);
    }

    [Theory]
    [InlineData("한국은행, 기준금리 0.25%p 인하", "한은 기준금리 0.25%포인트 내려", "손흥민 시즌 10호골 폭발")]
    [InlineData("Bank of Korea cuts interest rates", "Korea's central bank lowers its key interest rate", "Striker scores twice as United win derby")]
    public void The_same_news_is_closer_than_other_news(string text, string same, string other)
    {
        var vectors = embedder.Embed([text, same, other]);

        Assert.True(Dot(vectors[0], vectors[1]) > Dot(vectors[0], vectors[2]) + 0.1f, $"{Dot(vectors[0], vectors[1])} against {Dot(vectors[0], vectors[2])}");
    }

    [Fact]
    public void A_batch_of_very_different_lengths_keeps_its_order()
    {
        var texts = Enumerable.Range(0, 300).Select(i => string.Join(' ', Enumerable.Range(i, 1 + (i * 7 % 200)))).ToArray();
        var vectors = embedder.Embed(texts);

        foreach (var i in (int[])[0, 1, 150, 298, 299])
        {
            Assert.True(Difference(embedder.Embed([texts[i]])[0], vectors[i]) < 1e-5, $"text {i}");
        }
    }

    [Fact]
    public void No_texts_give_no_vectors() => Assert.Empty(embedder.Embed([]));

    [Fact]
    public void More_threads_change_nothing()
    {
        using var parallel = TextEmbedder.Open(ShippedModel.Entry, threads: 2);
        var texts = Enumerable.Range(0, 100).Select(i => $"기사 {i} headline number {i}").ToArray();

        Assert.All(embedder.Embed(texts).Zip(parallel.Embed(texts)), pair => Assert.True(Difference(pair.First, pair.Second) < 1e-5));
    }

    [Fact]
    public void A_model_of_another_dimension_than_the_catalog_says_is_refused()
    {
        var refused = Assert.Throws<ModelCatalogException>(() => TextEmbedder.Open(ShippedModel.Entry with { Dimension = 64 }));

        Assert.Contains("'vectors'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_for_another_task_is_refused() =>
        Assert.Throws<ModelCatalogException>(() => TextEmbedder.Open(ShippedModel.Entry with { Task = "topic" }));

    private static float Dot(float[] a, float[] b) => a.Zip(b, (x, y) => x * y).Sum();

    private static float Difference(float[] a, float[] b) => a.Zip(b, (x, y) => MathF.Abs(x - y)).Max();
}
