using System.Security.Cryptography;
using System.Text;
using TrendGrains.Inference.Catalog;
using TrendGrains.Inference.Embedding;

namespace TrendGrains.Inference.Tests.Catalog;

public sealed class ModelCatalogTests : IDisposable
{
    private static readonly byte[] content = "not really a model"u8.ToArray();

    private readonly string folder = Directory.CreateTempSubdirectory("catalog-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_shipped_models_are_what_the_catalog_says()
    {
        var models = ModelCatalog.Load(ShippedModel.Folder);

        Assert.All(models, m => Assert.Null(m.Problem));
        var model = Assert.Single(models, m => m.Name == ShippedModel.Name);
        Assert.Equal(128, model.Dimension);
        Assert.True(new FileInfo(model.OnnxPath).Length <= 4_000_000);
        Assert.Contains(model.Files, f => f.Name == "card.md");
    }

    [Fact]
    public void Models_are_found_above_the_executable() => Assert.Equal(ShippedModel.Folder, ModelsFolder.Find());

    [Fact]
    public void A_listed_model_with_its_file_is_loaded()
    {
        Write("m", Hash(content));

        var model = Assert.Single(ModelCatalog.Load(folder));
        Assert.Equal(("m", "1", Path.Combine(folder, "m")), (model.Name, model.Version, model.Folder));
        Assert.Equal([1, 3], model.Tokenizer!.CjkNGrams);
    }

    [Fact]
    public void A_folder_without_a_catalog_is_named() => Unreadable($"There is no model catalog at {Path.Combine(folder, "catalog.json")}");

    [Fact]
    public void A_missing_file_is_named()
    {
        Write("m", Hash(content));
        File.Delete(Path.Combine(folder, "m", "model.onnx"));

        Refused("model.onnx is missing");
    }

    [Fact]
    public void An_altered_file_is_named_with_both_hashes()
    {
        Write("m", Hash("something else"u8.ToArray()));

        Refused(Hash(content));
    }

    [Fact]
    public void A_file_for_evaluation_that_is_missing_or_altered_is_named_when_it_is_asked_for_and_not_before()
    {
        Write("m", Hash(content), evaluation: $"\"fold-0.onnx\":\"{Hash(content)}\"");

        var model = Assert.Single(ModelCatalog.Load(folder));
        Assert.Contains("fold-0.onnx is missing", Assert.Throws<ModelCatalogException>(() => model.EvaluationPath("fold-0.onnx")).Message, StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(model.Folder, "fold-0.onnx"), "something else");
        Assert.Contains(Hash(content), Assert.Throws<ModelCatalogException>(() => model.EvaluationPath("fold-0.onnx")).Message, StringComparison.Ordinal);
        File.WriteAllBytes(Path.Combine(model.Folder, "fold-0.onnx"), content);
        Assert.Equal(Path.Combine(model.Folder, "fold-0.onnx"), model.EvaluationPath("fold-0.onnx"));
        Assert.Contains("lists no file 'fold-1.onnx'", Assert.Throws<ModelCatalogException>(() => model.EvaluationPath("fold-1.onnx")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_shipped_files_for_evaluation_are_what_the_catalog_says_and_none_is_needed_at_a_start()
    {
        foreach (var model in ModelCatalog.Load(ShippedModel.Folder))
        {
            Assert.DoesNotContain(model.Files, f => f.Name.StartsWith("fold-", StringComparison.Ordinal) || f.Name.StartsWith("tuning", StringComparison.Ordinal));
            Assert.All(model.Evaluation, f => Assert.True(File.Exists(model.EvaluationPath(f.Name))));
        }
    }

    [Fact]
    public void A_shipped_model_with_features_has_a_version_of_its_weights() =>
        Assert.All(ModelCatalog.Load(ShippedModel.Folder).Where(m => m.Features.Count > 0), m => Assert.Equal($"1.{m.Files.First(f => f.Name == "model.onnx").Sha256[..8]}", m.Version));

    [Fact]
    public void An_unknown_tokenizer_is_refused()
    {
        Write("m", Hash(content), tokenizer: "wordpiece");

        Refused("tokenizer 'wordpiece' is unknown; this version knows 'hashed-ngrams-1' and 'hashed-ngrams-2'");
    }

    [Theory]
    [InlineData("{", "cannot be read")]
    [InlineData("{}", "has no list 'models'")]
    [InlineData("""{"models":[null]}""", "has no list 'models'")]
    public void A_catalog_that_is_none_is_refused_with_the_reason(string json, string reason)
    {
        File.WriteAllText(Path.Combine(folder, "catalog.json"), json);

        Unreadable(reason);
    }

    [Theory]
    [InlineData("""{"models":[{"name":"m"}]}""", "model 'm' lacks")]
    [InlineData("""{"models":[{"name":"m","version":"1","task":"t","folder":"m","files":{"model.onnx":"x"},"features":["a"]}]}""", "model 'm' has neither a tokenizer with a dimension or labels nor features with labels")]
    [InlineData("""{"models":[{"name":"m"},{"name":"m"}]}""", "lists model 'm' version unknown more than once")]
    public void A_model_that_the_catalog_describes_wrongly_is_refused_with_the_reason(string json, string reason)
    {
        File.WriteAllText(Path.Combine(folder, "catalog.json"), json);

        Refused(reason);
    }

    [Fact]
    public void A_file_outside_the_models_folder_is_refused()
    {
        Write("m", Hash(content), file: "../m/model.onnx");

        Refused("is not a plain file name");
    }

    [Fact]
    public void A_broken_model_leaves_the_others_alone()
    {
        Write("good", Hash(content));
        var catalog = File.ReadAllText(Path.Combine(folder, "catalog.json"));
        File.WriteAllText(Path.Combine(folder, "catalog.json"), catalog.Replace("""{"models":[""", """{"models":[{"name":"bad"},""", StringComparison.Ordinal));

        var models = ModelCatalog.Load(folder);

        Assert.Equal([("bad", false), ("good", true)], models.Select(m => (m.Name, m.Problem is null)));
        Assert.Contains("model 'bad' lacks", Assert.Throws<ModelCatalogException>(() => TextEmbedder.Open(models[0] with { Task = TextEmbedder.Task, Tokenizer = models[1].Tokenizer })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Own_models_come_after_those_that_ship()
    {
        Write("m", Hash(content));
        var shipped = Directory.CreateDirectory(Path.Combine(folder, "shipped")).FullName;
        File.WriteAllText(Path.Combine(shipped, "catalog.json"), """{"models":[{"name":"s","version":"1"}]}""");

        var models = ModelCatalog.LoadAll(shipped, folder, Assert.Null);

        Assert.Equal([("s", false), ("m", true)], models.Select(m => (m.Name, m.IsOwn)));
    }

    [Fact]
    public void An_own_model_that_takes_the_version_that_ships_is_refused_and_what_ships_goes_on()
    {
        Write("m", Hash(content));

        var models = ModelCatalog.LoadAll(folder, folder, Assert.Null);

        Assert.Null(models[0].Problem);
        Assert.Contains("version 1 of model 'm' is the one that ships", models[1].Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void An_own_catalog_that_cannot_be_read_costs_the_shipped_models_nothing()
    {
        Write("m", Hash(content));
        var own = Directory.CreateDirectory(Path.Combine(folder, "own")).FullName;
        var told = new List<Exception>();

        Assert.Single(ModelCatalog.LoadAll(folder, own, told.Add));
        File.WriteAllText(Path.Combine(own, "catalog.json"), "{");
        Assert.Single(ModelCatalog.LoadAll(folder, own, told.Add));

        Assert.Contains(own, Assert.Single(told).Message, StringComparison.Ordinal);
    }

    private void Refused(string reason) => Assert.Contains(ModelCatalog.Load(folder), m => m.Problem?.Contains(reason, StringComparison.Ordinal) == true);

    private void Unreadable(string reason) =>
        Assert.Contains(reason, Assert.Throws<ModelCatalogException>(() => ModelCatalog.Load(folder)).Message, StringComparison.Ordinal);

    private void Write(string name, string hash, string tokenizer = "hashed-ngrams-1", string file = "model.onnx", string evaluation = "")
    {
        Directory.CreateDirectory(Path.Combine(folder, name));
        File.WriteAllBytes(Path.Combine(folder, name, "model.onnx"), content);
        File.WriteAllText(Path.Combine(folder, "catalog.json"), $$"""
            {"models":[{"name":"{{name}}","version":"1","task":"text-embedding","folder":"{{name}}","files":{"{{file}}":"{{hash}}"},"evaluation":{ {{evaluation}} },
            "tokenizer":{"kind":"{{tokenizer}}","buckets":10,"maxChars":10,"cjkNGrams":[1,3],"otherNGrams":[3,5]},"dimension":4}]}
            """, Encoding.UTF8);
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
