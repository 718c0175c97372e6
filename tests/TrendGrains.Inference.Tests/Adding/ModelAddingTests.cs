using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using TrendGrains.Inference.Adding;
using TrendGrains.Inference.Catalog;
using TrendGrains.Inference.Tests.Tokenizers.Hub;
using TrendGrains.Inference.Tests.Transformers;
using TrendGrains.TestKit;

namespace TrendGrains.Inference.Tests.Adding;

public sealed class ModelAddingTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("adding-").FullName;

    private string Own => Path.Combine(folder, "own");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_model_trained_anew_becomes_a_version_of_the_one_it_is_named_after()
    {
        var entry = await AddAsync(new ModelToAdd(Shipped("advert"), "advert", "advert") { Version = "2" });

        Assert.Equal(["editorial", "advert"], entry.Labels);
        var all = ModelCatalog.LoadAll(ShippedModel.Folder, Own, Assert.Null).Where(m => m.Name == "advert").ToArray();
        Assert.Equal([false, true], all.Select(m => m.IsOwn));
        Assert.All(all, m => Assert.Null(m.Problem));
        Assert.True((await VerifyAsync(entry)).Problem is null);
    }

    [Fact]
    public async Task A_version_is_made_from_the_weights_when_nobody_names_one()
    {
        var entry = await AddAsync(new ModelToAdd(Shipped("text-embedding"), "mine", "text-embedding") { Like = "text-embedding" });

        Assert.Equal($"1.{entry.Files.First(f => f.Name == "model.onnx").Sha256[..8]}", entry.Version);
    }

    [Theory]
    [InlineData("topic", "bert", "bert-uncased", """{"model_type":"bert","max_position_embeddings":64,"pad_token_id":0,"id2label":{"0":"a","1":"b","2":"c"}}""", null)]
    [InlineData("text-embedding", "xlm-r", "xlm-r", """{"model_type":"xlm-roberta","max_position_embeddings":66,"pad_token_id":1,"hidden_size":16}""", null)]
    [InlineData("topic", "bert", "bert-uncased", """{"model_type":"bert","max_position_embeddings":64,"pad_token_id":0,"label2id":{"contradiction":0,"entailment":2,"neutral":1}}""", "이 글은 {}에 관한 것이다.")]
    public async Task An_export_from_a_hub_is_added_as_it_comes_and_verified(string task, string graph, string shape, string config, string? hypothesis)
    {
        var export = Export(("config.json", config));
        await File.WriteAllBytesAsync(Path.Combine(Directory.CreateDirectory(Path.Combine(export, "onnx")).FullName, "model.onnx"), HubModels.Unpacked($"{graph}.onnx.gz"));
        await File.WriteAllBytesAsync(Path.Combine(export, "tokenizer.json"), HubAnswers.Json(shape));

        var entry = await AddAsync(new ModelToAdd(export, "hub", task) { Hypothesis = hypothesis, Labels = hypothesis is null ? [] : ["sports", "economy"] });

        Assert.Equal(64, entry.Transformer!.MaxTokens);
        var verdict = await VerifyAsync(entry);
        Assert.Null(verdict.Problem);
        Assert.Contains("as when it was added", verdict.Checks);
    }

    [Fact]
    public async Task The_same_version_is_not_added_twice()
    {
        await AddAsync(new ModelToAdd(Shipped("advert"), "advert", "advert") { Version = "2" });

        await RefusedAsync(new ModelToAdd(Shipped("advert"), "advert", "advert") { Version = "2" }, "Model 'advert' version 2 is listed already");
    }

    [Fact]
    public async Task A_catalog_that_cannot_be_written_leaves_nothing_that_is_in_the_way_later()
    {
        var blocked = Directory.CreateDirectory(Path.Combine(Own, "catalog.json.new"));
        var model = new ModelToAdd(Shipped("advert"), "advert", "advert") { Version = "2" };

        await RefusedAsync(model, "cannot be written");
        blocked.Delete();

        Assert.Equal("2", (await AddAsync(model)).Version);
    }

    [Fact]
    public async Task Files_of_a_command_that_died_before_it_listed_them_are_replaced()
    {
        var orphan = Directory.CreateDirectory(Path.Combine(Own, "advert", "2"));
        await File.WriteAllTextAsync(Path.Combine(orphan.FullName, "left.txt"), "half");

        var entry = await AddAsync(new ModelToAdd(Shipped("advert"), "advert", "advert") { Version = "2" });

        Assert.Null(entry.Problem);
        Assert.False(File.Exists(Path.Combine(entry.Folder, "left.txt")));
    }

    [Fact]
    public async Task A_catalog_that_another_command_holds_is_waited_for()
    {
        var clock = new ManualTimeProvider();
        var other = await CatalogFile.HoldAsync(Own, clock, default);
        var waiting = CatalogFile.HoldAsync(Own, clock, default);
        await clock.TimersArmedAsync();
        Assert.False(waiting.IsCompleted);

        await other.DisposeAsync();
        clock.Advance(TimeSpan.FromMilliseconds(20));

        await (await waiting.WaitAsync(TimeSpan.FromSeconds(20))).DisposeAsync();
    }

    [Fact]
    public async Task A_corrupt_file_is_named_and_nothing_is_left_of_it()
    {
        var corrupt = Export(("model.onnx", "not a model"));

        await RefusedAsync(new ModelToAdd(corrupt, "mine", "advert") { Like = "advert" }, "model.onnx cannot be opened");

        Assert.Empty(Directory.EnumerateFileSystemEntries(Own));
    }

    [Fact]
    public async Task A_model_whose_inputs_do_not_match_is_refused_with_the_tensor() =>
        await RefusedAsync(new ModelToAdd(Shipped("advert"), "mine", "text-embedding") { Like = "text-embedding" }, "has no tensor 'ids' of Int32");

    [Fact]
    public async Task A_missing_tokenizer_is_named() =>
        await RefusedAsync(new ModelToAdd(Export(("model.onnx", "x"), ("config.json", "{}")), "mine", "topic"), "tokenizer.json is missing");

    [Fact]
    public async Task A_folder_without_a_model_is_named() => await RefusedAsync(new ModelToAdd(Export(), "mine", "topic"), $"holds none of model.onnx, onnx/model.onnx");

    [Theory]
    [InlineData("../mine")]
    [InlineData("")]
    [InlineData(".hidden")]
    [InlineData("a b")]
    public async Task A_name_that_is_a_path_is_refused(string name) => await RefusedAsync(new ModelToAdd(Shipped("advert"), name, "advert"), "is no name");

    [Fact]
    public async Task A_model_like_none_is_refused() => await RefusedAsync(new ModelToAdd(Shipped("advert"), "mine", "advert") { Like = "no-such" }, "there is no model 'no-such' to be like; there are: text-embedding");

    [Fact]
    public async Task A_file_that_was_altered_after_it_was_added_does_not_pass()
    {
        var entry = await AddAsync(new ModelToAdd(Shipped("advert"), "mine", "advert") { Like = "advert" });
        await File.AppendAllTextAsync(Path.Combine(entry.Folder, "model.onnx"), "!");

        var verdict = await VerifyAsync(ModelCatalog.Load(Own).Single());

        Assert.Contains("the catalog says", verdict.Problem, StringComparison.Ordinal);
        Assert.Contains(Path.Combine(entry.Folder, "model.onnx"), verdict.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_platform_that_runs_sees_what_is_added_and_promoted()
    {
        var clock = new ManualTimeProvider();
        await using var workers = new ModelWorkers(Options.Create(new InferenceOptions { OwnModelsFolder = Own }), clock);
        var before = workers.Models.Single(m => m.Name == "advert");
        await AddAsync(new ModelToAdd(Shipped("advert"), "advert", "advert") { Version = "2" });
        await using (var operators = new ModelWorkers(Options.Create(new InferenceOptions { OwnModelsFolder = Own }), TimeProvider.System))
        {
            await operators.Versions.PromoteAsync("advert", "2", "a test", default);
        }

        // Callers do not wait for the catalog: it is read behind their backs.
        clock.Advance(TimeSpan.FromSeconds(2));
        Assert.DoesNotContain(workers.Versions.All, m => m.Version == "2");
        await workers.RereadingCatalogs;
        clock.Advance(TimeSpan.FromSeconds(2));

        Assert.NotEqual("2", before.Version);
        Assert.Equal("2", workers.Models.Single(m => m.Name == "advert").Version);
        Assert.Equal("2", (await workers.ScoreAsync("advert", [new float[before.Features.Count]], default)).Version);

        // A catalog that breaks later costs nothing that was known.
        await File.WriteAllTextAsync(Path.Combine(Own, "catalog.json"), "{");
        clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Contains(workers.Models, m => m.Name == ShippedModel.Name);
        await workers.RereadingCatalogs;
        clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Contains(workers.Models, m => m.Name == ShippedModel.Name);
    }

    [Fact]
    public void Numbers_that_differ_from_those_of_the_first_run_are_told()
    {
        var golden = ModelGolden.Of([[0.25f, 0.75f], null]);

        Assert.Null(golden.Differs([[0.2501f, 0.7499f], null]));
        Assert.Equal("number 0 of row 0 is 0.3, 0.25 when it was added", golden.Differs([[0.3f, 0.7f], null]));
        Assert.Equal("row 1 has 2 numbers, 0 when it was added", golden.Differs([[0.25f, 0.75f], [1, 0]]));
    }

    [Fact]
    public async Task Speed_is_measured_at_three_batches()
    {
        var speeds = await ModelBench.OfAsync(ModelCatalog.Load(ShippedModel.Folder).Single(m => m.Name == "advert"), ShippedModel.Folder, new InferenceOptions(), TimeProvider.System, default);

        Assert.Equal([1, 8, 64], speeds.Select(s => s.Batch));
        Assert.All(speeds, s => Assert.True(s.MillisecondsAText > 0));
    }

    [Fact]
    public void What_a_catalog_says_beyond_our_words_stays()
    {
        Directory.CreateDirectory(Own);
        File.WriteAllText(Path.Combine(Own, "catalog.json"), """{"note":"mine","models":[{"name":"a","version":"1","colour":"red"}]}""");

        CatalogFile.Put(Own, new JsonObject { ["name"] = "a", ["version"] = "2" });
        CatalogFile.Put(Own, new JsonObject { ["name"] = "a", ["version"] = "2", ["task"] = "t" });

        var catalog = JsonNode.Parse(File.ReadAllText(Path.Combine(Own, "catalog.json")))!;
        Assert.Equal(("mine", "red", 2), ((string)catalog["note"]!, (string)catalog["models"]![0]!["colour"]!, catalog["models"]!.AsArray().Count));
        Assert.Equal("t", (string)CatalogFile.Find(Own, "a", "2")!["task"]!);
    }

    private static string Shipped(string name) => Path.Combine(ShippedModel.Folder, name);

    private string Export(params (string Name, string Content)[] files)
    {
        var export = Directory.CreateDirectory(Path.Combine(folder, "export")).FullName;
        foreach (var (name, content) in files)
        {
            File.WriteAllText(Path.Combine(export, name), content);
        }
        return export;
    }

    private Task<ModelEntry> AddAsync(ModelToAdd model) => ModelAdding.AddAsync(model, ShippedModel.Folder, Own, new InferenceOptions(), TimeProvider.System, default);

    private Task<ModelVerdict> VerifyAsync(ModelEntry entry) => ModelVerification.OfAsync(entry, Own, new InferenceOptions(), TimeProvider.System, default);

    private async Task RefusedAsync(ModelToAdd model, string reason) =>
        Assert.Contains(reason, (await Assert.ThrowsAsync<ModelRefusedException>(() => AddAsync(model))).Message, StringComparison.Ordinal);
}
