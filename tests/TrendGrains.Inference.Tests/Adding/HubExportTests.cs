using System.Text.Json.Nodes;
using TrendGrains.Inference.Adding;

namespace TrendGrains.Inference.Tests.Adding;

public sealed class HubExportTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("export-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_classifier_has_the_labels_of_its_config_in_the_order_of_its_scores()
    {
        var entry = Describe(new ModelToAdd(folder, "m", "tone"), """{"id2label":{"1":"positive","0":"negative"},"max_position_embeddings":512}""");

        Assert.Equal(["negative", "positive"], entry["labels"]!.AsArray().Select(l => (string?)l));
        Assert.Equal(("classification", 512), ((string)entry["transformer"]!["kind"]!, (int)entry["transformer"]!["maxTokens"]!));
    }

    [Fact]
    public void One_that_embeds_has_the_size_of_its_hidden_layer_its_pooling_and_its_prefix()
    {
        var entry = Describe(new ModelToAdd(folder, "m", "text-embedding") { Pooling = "cls", Prefix = "query: " }, """{"hidden_size":384,"model_type":"xlm-roberta","max_position_embeddings":514}""");

        Assert.Equal(384, (int)entry["dimension"]!);
        Assert.Equal("""{"kind":"embedding","maxTokens":512,"pooling":"cls","prefix":"query: "}""", entry["transformer"]!.ToJsonString());
    }

    [Theory]
    [InlineData("""{"pooling_mode_cls_token":true,"pooling_mode_mean_tokens":false}""", "cls")]
    [InlineData("""{"pooling_mode_cls_token":false,"pooling_mode_mean_tokens":true}""", "mean")]
    [InlineData("""{"pooling_mode_lasttoken":true}""", "last")]
    public void What_the_library_of_sentence_embeddings_wrote_is_taken(string written, string pooling)
    {
        Directory.CreateDirectory(Path.Combine(folder, "1_Pooling"));
        File.WriteAllText(Path.Combine(folder, "1_Pooling", "config.json"), written);
        File.WriteAllText(Path.Combine(folder, "sentence_bert_config.json"), """{"max_seq_length":128}""");

        var settings = Describe(new ModelToAdd(folder, "m", "text-embedding"), """{"hidden_size":384,"max_position_embeddings":512}""")["transformer"]!;

        Assert.Equal((pooling, 128), ((string)settings["pooling"]!, (int)settings["maxTokens"]!));
    }

    [Fact]
    public void A_tokenizer_s_own_limit_counts_where_it_is_one()
    {
        File.WriteAllText(Path.Combine(folder, "tokenizer_config.json"), """{"model_max_length":1000000000000000019884624838656}""");
        Assert.Equal(300, (int)Describe(new ModelToAdd(folder, "m", "tone") { Labels = ["a", "b"] }, """{"n_positions":300}""")["transformer"]!["maxTokens"]!);

        File.WriteAllText(Path.Combine(folder, "tokenizer_config.json"), """{"model_max_length":128}""");
        Assert.Equal(128, (int)Describe(new ModelToAdd(folder, "m", "tone") { Labels = ["a", "b"] }, """{"n_positions":300}""")["transformer"]!["maxTokens"]!);
    }

    [Fact]
    public void A_hypothesis_makes_it_choose_among_labels_of_one_s_own()
    {
        var entry = Describe(new ModelToAdd(folder, "m", "topic") { Hypothesis = "This is about {}.", Labels = ["sports", "economy"] }, """{"id2label":{"0":"contradiction","1":"neutral","2":"entailment"}}""");

        Assert.Equal(["sports", "economy"], entry["labels"]!.AsArray().Select(l => (string?)l));
        Assert.Equal("zero-shot", (string?)entry["transformer"]!["kind"]);
    }

    [Theory]
    [InlineData("topic", "{}", "has no id2label; give --labels")]
    [InlineData("topic", """{"id2label":{"5":"a"}}""", "has no id2label; give --labels")]
    [InlineData("text-embedding", "{}", "has no hidden_size")]
    [InlineData("topic", "[", "cannot be read")]
    public void A_config_that_says_too_little_is_named(string task, string config, string reason) => Assert.Contains(
        reason, Assert.Throws<ModelRefusedException>(() => Describe(new ModelToAdd(folder, "m", task), config)).Message, StringComparison.Ordinal);

    [Fact]
    public void Weights_are_found_where_hubs_put_them_with_what_lies_beside()
    {
        Directory.CreateDirectory(Path.Combine(folder, "onnx"));
        File.WriteAllText(Path.Combine(folder, "onnx", "model.onnx"), "");
        File.WriteAllText(Path.Combine(folder, "onnx", "model.onnx_data"), "");

        Assert.Equal(["model.onnx", "model.onnx_data"], HubExport.Files(new ModelToAdd(folder, "m", "t")).Keys);
    }

    private JsonObject Describe(ModelToAdd model, string config)
    {
        File.WriteAllText(Path.Combine(folder, "model.onnx"), "");
        File.WriteAllText(Path.Combine(folder, "tokenizer.json"), "{}");
        File.WriteAllText(Path.Combine(folder, "config.json"), config);
        return HubExport.Describe(model, HubExport.Files(model), null);
    }
}
