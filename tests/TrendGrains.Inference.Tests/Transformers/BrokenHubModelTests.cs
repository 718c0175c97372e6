using System.Text;
using TrendGrains.Abstractions.ModelWorkers;
using TrendGrains.Inference.Catalog;
using TrendGrains.Inference.Tests.Tokenizers.Hub;

namespace TrendGrains.Inference.Tests.Transformers;

/// <summary>What is wrong with an export is said with the model's and the file's name, and the others go on.</summary>
public sealed class BrokenHubModelTests : IDisposable
{
    private static readonly object config = new { pad_token_id = 1 };
    private static readonly object embedding = new { kind = "embedding", maxTokens = 64 };
    private static readonly object sixteen = new { dimension = 16 };

    private readonly HubModels models = new();

    public void Dispose() => models.Dispose();

    [Fact]
    public async Task Names_a_tokenizer_that_is_missing()
    {
        models.Add("broken", "xlm-r", "xlm-r", config, embedding, sixteen, home => File.Delete(Path.Combine(home, "tokenizer.json")));

        await AssertRefusedAsync("its files lack tokenizer.json");
    }

    [Fact]
    public async Task Names_a_tokenizer_that_was_taken_away()
    {
        models.Add("broken", "xlm-r", "xlm-r", config, embedding, sixteen);
        File.Delete(Path.Combine(models.Folder, "broken", "tokenizer.json"));

        await AssertRefusedAsync("tokenizer.json is missing");
    }

    [Theory]
    [InlineData("""{"model":{"type":"Runes","vocab":{}}}""", "the model 'Runes' is not known")]
    [InlineData("""{"normalizer":{"type":"Rot13"},"model":{"type":"WordLevel","vocab":{"a":0}}}""", "the normaliser 'Rot13' is not known")]
    [InlineData("""{"pre_tokenizer":{"type":"Scissors"},"model":{"type":"WordLevel","vocab":{"a":0}}}""", "the pre-tokeniser 'Scissors' is not known")]
    [InlineData("""{"post_processor":{"type":"Glue"},"model":{"type":"WordLevel","vocab":{"a":0}}}""", "the post-processor 'Glue' is not known")]
    [InlineData("""{"pre_tokenizer":{"type":"Split","pattern":{"Regex":"\\p{Han}+"},"behavior":"Isolated","invert":false},"model":{"type":"WordLevel","vocab":{"a":0}}}""", "the property 'Han' is not known")]
    [InlineData("""{"version":"2.0","model":{"type":"WordLevel","vocab":{"a":0}}}""", "its version is '2.0'")]
    [InlineData("""{"model":{"type":"BPE","vocab":{"a":0},"merges":["a b"]}}""", "the vocabulary lacks 'b'")]
    [InlineData("""{"model":{"type":"Unigram","unk_id":7,"vocab":[["a",0.0]]}}""", "unk_id 7")]
    [InlineData("""{"normalizer":{"type":"Precompiled","precompiled_charsmap":"AAAA"},"model":{"type":"WordLevel","vocab":{"a":0}}}""", "precompiled_charsmap")]
    [InlineData("{\"model\":", "it is not JSON")]
    [InlineData("[]", "it is not an object")]
    [InlineData("{\"model\":{\"type\":\"WordLevel\",\"vocab\":{\"\\ud83d\":0}}}", "a part of it is not what it should be")]
    [InlineData("{\"model\":{\"type\":\"BPE\",\"vocab\":{\"a\":0},\"merges\":[[1,2]]}}", "a part of it is not what it should be")]
    [InlineData("{}", "'model' is missing")]
    public async Task Names_a_tokenizer_that_cannot_be_followed(string json, string why)
    {
        models.Add("broken", "xlm-r", "xlm-r", config, embedding, sixteen, home => File.WriteAllText(Path.Combine(home, "tokenizer.json"), json));

        await AssertRefusedAsync("tokenizer.json", why);
    }

    [Fact]
    public async Task Names_a_graph_that_is_none()
    {
        models.Add("broken", "xlm-r", "xlm-r", config, embedding, sixteen, home => File.WriteAllBytes(Path.Combine(home, "model.onnx"), Encoding.UTF8.GetBytes("<html>not found</html>")));

        await AssertRefusedAsync("model.onnx cannot be opened");
    }

    [Fact]
    public async Task Names_a_graph_that_was_cut_off()
    {
        models.Add("broken", "xlm-r", "xlm-r", config, embedding, sixteen, home => File.WriteAllBytes(Path.Combine(home, "model.onnx"), HubModels.Unpacked("xlm-r.onnx.gz")[..100_000]));

        await AssertRefusedAsync("model.onnx cannot be opened");
    }

    [Fact]
    public async Task Names_inputs_that_it_cannot_give()
    {
        // The name stands in the graph as it stands in the file.
        models.Add("broken", "xlm-r", "xlm-r", config, embedding, sixteen, home => Rename(home, "attention_mask", "attention_Mask"));

        await AssertRefusedAsync("model.onnx wants an input 'attention_Mask'");
    }

    [Fact]
    public async Task Names_outputs_that_do_not_fit_the_task()
    {
        models.Add("broken", "xlm-r", "xlm-r", config, new { kind = "classification", maxTokens = 64 }, new { labels = new[] { "a" } });

        await AssertRefusedAsync("model.onnx has an output 'last_hidden_state' of 3 dimensions");
    }

    [Fact]
    public async Task Names_a_dimension_that_the_graph_does_not_have()
    {
        models.Add("broken", "xlm-r", "xlm-r", config, embedding, new { dimension = 768 });

        await AssertRefusedAsync("model.onnx", "768");
    }

    [Fact]
    public async Task Names_labels_that_are_too_many()
    {
        models.Add("broken", "bert", "bert-uncased", config, new { kind = "classification", maxTokens = 64 }, new { labels = new[] { "a", "b", "c", "d" } });

        await AssertRefusedAsync("model.onnx", "4");
    }

    [Fact]
    public async Task Names_a_limit_that_is_beyond_the_places_of_the_graph()
    {
        models.Add("broken", "xlm-r", "xlm-r", config, new { kind = "embedding", maxTokens = 512 }, sixteen);

        await AssertRefusedAsync("model.onnx does not run");
    }

    [Fact]
    public async Task Names_a_config_without_entailment()
    {
        models.Add("broken", "bert", "bert-uncased", config, new { kind = "zero-shot", maxTokens = 64 }, new { labels = HubModels.Labels });

        await AssertRefusedAsync("config.json names no label 'entailment'");
    }

    [Fact]
    public async Task Names_a_config_that_is_no_json()
    {
        models.Add("broken", "xlm-r", "xlm-r", config, embedding, sixteen, home => File.WriteAllText(Path.Combine(home, "config.json"), "{"));

        await AssertRefusedAsync("config.json cannot be read");
    }

    [Theory]
    [InlineData("reranking", 64, null, "transformer kind 'reranking' is unknown")]
    [InlineData("embedding", 0, null, "maxTokens 0")]
    [InlineData("embedding", 64, "max", "pooling 'max' is unknown")]
    public async Task Names_settings_that_it_does_not_know(string kind, int maxTokens, string? pooling, string why)
    {
        models.Add("broken", "xlm-r", "xlm-r", config, new { kind, maxTokens, pooling }, sixteen);

        await AssertRefusedAsync(why);
    }

    [Fact]
    public void Follows_a_tokenizer_that_begins_with_a_byte_order_mark() =>
        Assert.Equal(HubAnswers.Open("bert-cased").Ids("한국 News"), Inference.Tokenizers.Hub.HubTokenizer.Parse((byte[])[0xEF, 0xBB, 0xBF, .. HubAnswers.Json("bert-cased")]).Ids("한국 News"));

    private static void Rename(string home, string name, string other)
    {
        var path = Path.Combine(home, "model.onnx");
        var bytes = File.ReadAllBytes(path);
        for (var at = bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(name)); at >= 0; at = bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(name)))
        {
            Encoding.UTF8.GetBytes(other).CopyTo(bytes, at);
        }
        File.WriteAllBytes(path, bytes);
    }

    private async Task AssertRefusedAsync(params string[] parts)
    {
        models.Add("sound", "xlm-r", "xlm-r", config, embedding, sixteen);
        await using var workers = models.Open();
        var entry = workers.Models.Single(m => m.Name == "broken");
        var refused = await Assert.ThrowsAnyAsync<Exception>(() => entry.Labels.Count > 0
            ? workers.ClassifyAsync("broken", ["text"], CallTerms.Bulk, CancellationToken.None)
            : workers.EmbedAsync("broken", ["text"], CancellationToken.None));
        Assert.True(refused is ModelCatalogException or ModelUnavailableException, refused.ToString());
        Assert.Contains("broken", refused.Message, StringComparison.Ordinal);
        Assert.All(parts, part => Assert.Contains(part, refused.Message, StringComparison.Ordinal));

        Assert.Single((await workers.EmbedAsync("sound", ["text"], CancellationToken.None)).Vectors);
    }
}
