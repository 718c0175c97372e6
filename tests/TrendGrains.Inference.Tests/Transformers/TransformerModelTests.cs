using Microsoft.Extensions.Options;
using TrendGrains.Abstractions.ModelWorkers;
using TrendGrains.Inference.Adding;
using TrendGrains.Inference.Catalog;
using TrendGrains.Inference.Classifying;
using TrendGrains.Inference.Embedding;
using TrendGrains.Inference.Tests.Tokenizers.Hub;

namespace TrendGrains.Inference.Tests.Transformers;

/// <summary>Exports as a hub has them, through the whole way: tokenizer.json, graph, label or vector; PyTorch says what must come out.</summary>
public sealed class TransformerModelTests : IDisposable
{
    private const double Near = 1e-4;

    private static readonly object bertConfig = new { model_type = "bert", pad_token_id = 0, problem_type = "regression", id2label = new Dictionary<string, string> { ["0"] = "a", ["1"] = "b", ["2"] = "c" } };
    private static readonly object nliConfig = new { model_type = "bert", pad_token_id = 0, label2id = new Dictionary<string, int> { ["contradiction"] = 0, ["entailment"] = 2, ["neutral"] = 1 } };

    private readonly HubModels models = new();

    public void Dispose() => models.Dispose();

    [Fact]
    public async Task Gives_the_logits_of_a_bert_classifier()
    {
        models.Add("bert", "bert", "bert-uncased", bertConfig, new { kind = "classification", maxTokens = 64 }, new { labels = new[] { "a", "b", "c" } });

        AssertNear(HubModels.Numbers("bert"), await ClassifyAsync("bert", HubModels.Rows()));
    }

    [Fact]
    public async Task Gives_probabilities_that_add_up_to_one_where_one_label_holds()
    {
        models.Add("bert", "bert", "bert-uncased", new { pad_token_id = 0 }, new { kind = "classification", maxTokens = 64 }, new { labels = new[] { "a", "b", "c" } });

        AssertNear([.. HubModels.Numbers("bert").Select(Softmax)], await ClassifyAsync("bert", HubModels.Rows()));
    }

    [Fact]
    public async Task Judges_each_label_alone_where_several_may_hold()
    {
        models.Add(
            "bert", "bert", "bert-uncased", new { pad_token_id = 0, problem_type = "multi_label_classification" }, new { kind = "classification", maxTokens = 64 }, new { labels = new[] { "a", "b", "c" } });

        AssertNear([.. HubModels.Numbers("bert").Select(r => r.Select(x => 1 / (1 + MathF.Exp(-x))).ToArray())], await ClassifyAsync("bert", HubModels.Rows()));
    }

    [Theory]
    [InlineData("mean")]
    [InlineData("cls")]
    [InlineData("last")]
    public async Task Pools_the_vectors_of_an_xlm_r_encoder(string pooling)
    {
        models.Add("e5", "xlm-r", "xlm-r", new { pad_token_id = 1 }, new { kind = "embedding", maxTokens = 64, pooling, prefix = "query: ", normalize = false }, new { dimension = 16 });

        AssertNear(HubModels.Numbers(pooling), await EmbedAsync("e5", HubModels.Rows()));
    }

    [Fact]
    public async Task Cuts_vectors_to_the_dimension_and_gives_them_length_one()
    {
        models.Add("e5", "xlm-r", "xlm-r", new { pad_token_id = 1 }, new { kind = "embedding", maxTokens = 64, prefix = "query: " }, new { dimension = 8 });

        var expected = HubModels.Numbers("mean").Select(v => v.Take(8).ToArray()).Select(v => v.Select(x => x / MathF.Sqrt(v.Sum(y => y * y))).ToArray());
        AssertNear([.. expected], await EmbedAsync("e5", HubModels.Rows()));
    }

    [Fact]
    public async Task Gives_the_logits_of_a_decoder_that_reads_the_last_token()
    {
        models.Add(
            "gpt", "gpt", "gpt2", new { pad_token_id = HubModels.Answers.GetProperty("gptPad").GetInt32(), problem_type = "regression" }, new { kind = "classification", maxTokens = 64 }, new { labels = new[] { "no", "yes" } });

        AssertNear(HubModels.Numbers("gpt"), await ClassifyAsync("gpt", HubModels.Rows("gptRows")));
    }

    [Fact]
    public async Task Runs_rows_of_one_length_together_where_the_graph_knows_no_padding()
    {
        // The tokenizer of this shape has no token for padding either.
        models.Add("gpt", "gpt", "gpt2", new { problem_type = "regression" }, new { kind = "classification", maxTokens = 64 }, new { labels = new[] { "no", "yes" } });

        AssertNear(HubModels.Numbers("gpt"), await ClassifyAsync("gpt", HubModels.Rows("gptRows")));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Chooses_among_labels_by_what_the_text_entails(bool multiLabel)
    {
        models.Add("nli", "bert", "bert-uncased", nliConfig, new { kind = "zero-shot", maxTokens = 64, hypothesis = "이 글은 {}에 관한 것이다.", multiLabel }, new { labels = HubModels.Labels });

        var logits = HubModels.Numbers("entailment").Chunk(HubModels.Labels.Length);
        var expected = logits.Select(rows => multiLabel
            ? rows.Select(r => 1 / (1 + MathF.Exp(r[0] - r[2]))).ToArray()
            : Softmax([.. rows.Select(r => r[2])]));
        AssertNear([.. expected], await ClassifyAsync("nli", HubModels.Rows()[..30]));
    }

    [Fact]
    public async Task Reads_half_precision_and_gives_whole_numbers_of_32_bits()
    {
        models.Add("half", "half", "bert-cased", new { pad_token_id = 0 }, new { kind = "embedding", maxTokens = 64, normalize = false }, new { dimension = 8 });
        var tokenizer = HubAnswers.Open("bert-cased");
        string[] texts = ["한국 News", "a", "조금 더 긴 문장입니다."];

        var vectors = await EmbedAsync("half", texts);

        // The graph's table: the mean over tokens of (id x (place + 3) mod 17) / 16.
        var expected = texts.Select(t => Enumerable.Range(0, 8).Select(j => (float)tokenizer.Ids(t).Average(id => id * (j + 3) % 17 / 16.0)).ToArray()).ToArray();
        for (var row = 0; row < texts.Length; row++)
        {
            Assert.Equal(expected[row], vectors[row], (a, b) => Math.Abs(a - b) < 1e-3);
        }
    }

    [Fact]
    public async Task Becomes_a_model_of_the_operators_own()
    {
        models.Add("bert", "bert", "bert-uncased", new { model_type = "bert", pad_token_id = 0, max_position_embeddings = 64, id2label = new Dictionary<string, string> { ["0"] = "grim", ["1"] = "plain", ["2"] = "glad" } }, new { kind = "classification" }, new { labels = new[] { "x", "y", "z" } });
        var own = Path.Combine(models.Folder, "own");

        var entry = await ModelAdding.AddAsync(
            new ModelToAdd(Path.Combine(models.Folder, "bert"), "mood", "tone"), models.Folder, own, new InferenceOptions { ModelsFolder = models.Folder }, TimeProvider.System, CancellationToken.None);

        Assert.Equal(["grim", "plain", "glad"], entry.Labels);
        await using var workers = new ModelWorkers(Options.Create(new InferenceOptions { ModelsFolder = models.Folder, OwnModelsFolder = own }), TimeProvider.System);
        var rows = HubModels.Rows();
        var result = await workers.ClassifyAsync("mood", rows, CallTerms.Bulk, CancellationToken.None);
        AssertNear([.. HubModels.Numbers("bert").Select(Softmax)], [.. result.Scores.Select(s => s!)]);
    }

    [Fact]
    public void Runs_outside_the_pool_as_well()
    {
        models.Add("bert", "bert", "bert-uncased", bertConfig, new { kind = "classification", maxTokens = 64 }, new { labels = new[] { "a", "b", "c" } });
        models.Add("e5", "xlm-r", "xlm-r", new { pad_token_id = 1 }, new { kind = "embedding", maxTokens = 64, prefix = "query: ", normalize = false }, new { dimension = 16 });
        var entries = ModelCatalog.Load(models.Folder);
        using var classifier = TextClassifier.Open(entries[0]);
        using var embedder = TextEmbedder.Open(entries[1]);

        AssertNear(HubModels.Numbers("bert"), classifier.Score(HubModels.Rows()));
        AssertNear(HubModels.Numbers("mean"), embedder.Embed(HubModels.Rows()));
    }

    [Fact]
    public async Task Gives_the_same_alone_as_in_a_batch()
    {
        models.Add("bert", "bert", "bert-uncased", bertConfig, new { kind = "classification", maxTokens = 64 }, new { labels = new[] { "a", "b", "c" } });
        await using var workers = models.Open();
        var texts = HubModels.Rows();
        var together = await workers.ClassifyAsync("bert", texts, CallTerms.Bulk, CancellationToken.None);
        for (var i = 0; i < texts.Length; i++)
        {
            var alone = await workers.ClassifyAsync("bert", [texts[i]], CallTerms.Bulk, CancellationToken.None);
            AssertNear([together.Scores[i]!], [alone.Scores[0]!]);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("\ud800")]
    [InlineData("\u0000\u0001")]
    [InlineData("ᚠᛇᚻ᛫ᛒᛦᚦ 𓂀 ꧁")]
    public async Task Takes_texts_that_hold_nothing_it_knows(string text)
    {
        models.Add("e5", "xlm-r", "xlm-r", new { pad_token_id = 1 }, new { kind = "embedding", maxTokens = 64 }, new { dimension = 16 });

        Assert.Equal(1, (await EmbedAsync("e5", [text]))[0].Sum(x => x * x), 3);
    }

    [Fact]
    public async Task Reads_a_bounded_beginning_of_five_megabytes()
    {
        models.Add("e5", "xlm-r", "xlm-r", new { pad_token_id = 1 }, new { kind = "embedding", maxTokens = 64 }, new { dimension = 16 });
        var text = string.Concat(Enumerable.Repeat("아주 긴 글 a very long text ", 200_000));

        AssertNear(await EmbedAsync("e5", [text[..4000]]), await EmbedAsync("e5", [text]));
    }

    private async Task<float[][]> ClassifyAsync(string model, string[] texts)
    {
        await using var workers = models.Open();
        var result = await workers.ClassifyAsync(model, texts, CallTerms.Bulk, CancellationToken.None);
        Assert.Empty(result.Faults);
        return [.. result.Scores.Select(s => s!)];
    }

    private async Task<float[][]> EmbedAsync(string model, string[] texts)
    {
        await using var workers = models.Open();
        return (await workers.EmbedAsync(model, texts, CancellationToken.None)).All();
    }

    private static float[] Softmax(float[] logits)
    {
        var powers = logits.Select(x => MathF.Exp(x - logits.Max())).ToArray();
        return [.. powers.Select(p => p / powers.Sum())];
    }

    private static void AssertNear(float[][] expected, float[][] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var row = 0; row < expected.Length; row++)
        {
            Assert.Equal(expected[row].Length, actual[row].Length);
            for (var i = 0; i < expected[row].Length; i++)
            {
                Assert.True(Math.Abs(expected[row][i] - actual[row][i]) < Near, $"row {row}, number {i}: {actual[row][i]} and not {expected[row][i]}");
            }
        }
    }
}
