using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using TrendGrains.Abstractions.ModelWorkers;
using TrendGrains.Inference.Catalog;
using TrendGrains.Inference.External;
using TrendGrains.Inference.Tests.External;

namespace TrendGrains.Inference.Tests;

/// <summary>Texts and models in every way of being bad: a text gets its numbers or a reason, a model an error that names it and the file, and the others go on.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly string own = Directory.CreateTempSubdirectory("bad-").FullName;

    public void Dispose() => Directory.Delete(own, recursive: true);

    public static TheoryData<string> Texts => new() { "empty", "blank", "5 MB", "5 MB without a space", "a lone surrogate", "no language that is known", "nulls and controls", "an emoji of many parts" };

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Every_text_gets_its_numbers(string kind)
    {
        await using var workers = new ModelWorkers(Options.Create(new InferenceOptions { OwnModelsFolder = own }), TimeProvider.System);

        var vectors = (await workers.EmbedAsync(ShippedModel.Name, [Text(kind), "금리 인하"], default)).All();

        Assert.All(vectors, v => Assert.Equal(1, v.Sum(x => x * x), 1e-3f));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Every_text_gets_its_scores_or_a_reason_from_an_external_model(string kind)
    {
        await using var endpoint = await FakeEndpoint.SayAsync("{\"label\":\"neutral\"}");
        await using var workers = Workers(endpoint);

        var result = await workers.ClassifyAsync("mine", [Text(kind), "금리 인하"], CallTerms.Bulk, default);

        Assert.NotNull(result.Scores[1]);
        Assert.True(result.Scores[0] is not null ^ result.Faults.Any(f => f.Row == 0 && f.Reason.Contains("Model 'mine'", StringComparison.Ordinal)));
        Assert.Equal(kind is "empty" or "blank", result.Scores[0] is null);
    }

    public static TheoryData<string, string> Models => new()
    {
        { "a corrupt .onnx", "model.onnx cannot be opened" },
        { "an empty .onnx", "model.onnx cannot be opened" },
        { "a missing .onnx", "model.onnx is missing" },
        { "a missing tokenizer file", "tokenizer.json is missing" },
        { "no tokenizer file listed", "its files lack tokenizer.json" },
        { "a tokenizer that is no JSON", "tokenizer.json" },
        { "inputs that do not match", "model.onnx has no tensor 'ids' of Int32" },
        { "another width than it says", "model.onnx has no tensor 'vectors' of Float shaped [any, 64]" },
        { "a hash that differs", "model.onnx has SHA-256" },
        { "a tokenizer of another time", "tokenizer 'hashed-ngrams-9' is unknown" },
        { "a file outside its folder", "is not a plain file name" },
    };

    [Theory]
    [MemberData(nameof(Models))]
    public async Task A_bad_model_is_told_by_name_and_file_and_the_others_go_on(string kind, string reason)
    {
        CatalogFile.Put(own, Listed("good", _ => { }));
        CatalogFile.Put(own, Listed("bad", entry => Spoil(entry, kind)));
        await using var workers = new ModelWorkers(Options.Create(new InferenceOptions { OwnModelsFolder = own }), TimeProvider.System);

        var told = await Assert.ThrowsAsync<ModelUnavailableException>(() => workers.EmbedAsync("bad", ["text"], default));

        Assert.Contains("Model 'bad'", told.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(reason, told.Message, StringComparison.Ordinal);
        Assert.Single((await workers.EmbedAsync("good", ["text"], default)).Vectors);
        Assert.Single((await workers.EmbedAsync(ShippedModel.Name, ["text"], default)).Vectors);
    }

    [Theory]
    [InlineData("hang", "no whole answer within 0.3 s")]
    [InlineData("garbage", "its answer is no JSON object")]
    public async Task A_bad_endpoint_is_told_by_name_and_address_and_the_others_go_on(string way, string reason)
    {
        await using var endpoint = await FakeEndpoint.ReplyAsync((context, _) => way == "hang"
            ? Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default)
            : FakeEndpoint.Write(context, "\u0001\u0002 data: {{{"));
        await using var workers = Workers(endpoint, options => options.TimeoutSeconds = way == "hang" ? 0.3 : 30);

        var fault = Assert.Single((await workers.ClassifyAsync("mine", ["text"], CallTerms.Bulk, default)).Faults);

        Assert.StartsWith($"Model 'mine' at {endpoint.Address}", fault.Reason, StringComparison.Ordinal);
        Assert.Contains(reason, fault.Reason, StringComparison.Ordinal);
        Assert.Single((await workers.EmbedAsync(ShippedModel.Name, ["text"], default)).Vectors);
    }

    private ModelWorkers Workers(FakeEndpoint endpoint, Action<ExternalModelOptions>? change = null)
    {
        var (options, model) = (new ExternalModelsOptions(), endpoint.Options());
        change?.Invoke(model);
        options.Models["mine"] = model;
        return new ModelWorkers(
            Options.Create(new InferenceOptions { OwnModelsFolder = own }), TimeProvider.System,
            external: new ExternalModels(Options.Create(options), TimeProvider.System, (_, _) => new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }));
    }

    private static string Text(string kind) => kind switch
    {
        "empty" => "",
        "blank" => " \u00a0\n\t",
        "5 MB" => string.Concat(Enumerable.Repeat("다섯 메가바이트 of text. ", 300_000)),
        "5 MB without a space" => new string('가', 5_000_000),
        "a lone surrogate" => "\ud83d 금리 \udc00",
        "no language that is known" => "ሰላም ለዓለም ᚠᛇᚻ ⵣⵓⵍ",
        "nulls and controls" => "a\0b\u0007\u200b\ufeff\u202e",
        "an emoji of many parts" => "👩🏽‍🚀👨‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no such text"),
    };

    /// <summary>A copy of the model that ships under another name, changed before its files are hashed.</summary>
    private JsonObject Listed(string name, Action<JsonObject> change)
    {
        var folder = Directory.CreateDirectory(Path.Combine(own, name)).FullName;
        File.Copy(ShippedModel.Entry.OnnxPath, Path.Combine(folder, "model.onnx"));
        var entry = CatalogFile.Find(ShippedModel.Folder, ShippedModel.Name, ShippedModel.Entry.Version)!;
        (entry["name"], entry["folder"], entry["files"]) = (name, name, new JsonObject { ["model.onnx"] = Hash(name, "model.onnx") });
        change(entry);
        return entry;
    }

    private void Spoil(JsonObject entry, string kind)
    {
        var onnx = Path.Combine(own, "bad", "model.onnx");
        var files = entry["files"]!.AsObject();
        switch (kind)
        {
            case "a corrupt .onnx":
                Write(files, "model.onnx", "no model at all");
                break;
            case "an empty .onnx":
                Write(files, "model.onnx", "");
                break;
            case "a missing .onnx":
                File.Delete(onnx);
                break;
            case "a missing tokenizer file":
                entry["transformer"] = new JsonObject { ["kind"] = "embedding" };
                files["tokenizer.json"] = new string('0', 64);
                break;
            case "no tokenizer file listed":
                entry["transformer"] = new JsonObject { ["kind"] = "embedding" };
                break;
            case "a tokenizer that is no JSON":
                entry["transformer"] = new JsonObject { ["kind"] = "embedding" };
                Write(files, "tokenizer.json", "<html>");
                Write(files, "config.json", "{}");
                break;
            case "inputs that do not match":
                File.Copy(Path.Combine(ShippedModel.Folder, "advert", "model.onnx"), onnx, overwrite: true);
                files["model.onnx"] = Hash("bad", "model.onnx");
                break;
            case "another width than it says":
                entry["dimension"] = 64;
                break;
            case "a hash that differs":
                files["model.onnx"] = new string('0', 64);
                break;
            case "a tokenizer of another time":
                entry["tokenizer"]!["kind"] = "hashed-ngrams-9";
                break;
            case "a file outside its folder":
                files["../good/model.onnx"] = new string('0', 64);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(kind), kind, "no such model");
        }
    }

    private void Write(JsonObject files, string name, string content)
    {
        File.WriteAllText(Path.Combine(own, "bad", name), content);
        files[name] = Hash("bad", name);
    }

    private string Hash(string model, string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(own, model, file))));
}
