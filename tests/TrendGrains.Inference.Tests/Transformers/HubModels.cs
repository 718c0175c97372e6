using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using TrendGrains.Inference.Tests.Tokenizers.Hub;
using TrendGrains.TestKit;

namespace TrendGrains.Inference.Tests.Transformers;

/// <summary>A models folder with exports as a hub has them: graphs of PyTorch's own export, with what PyTorch gives for some rows.</summary>
internal sealed class HubModels : IDisposable
{
    private static readonly string data = Path.Combine(Checkout.Root, "tests/TrendGrains.Inference.Tests/TestData/Hub");
    private readonly JsonArray listed = [];

    public static JsonElement Answers { get; } = JsonDocument.Parse(Unpacked("graphs.json.gz")).RootElement;

    public static string[] Labels { get; } = [.. Answers.GetProperty("labels").EnumerateArray().Select(l => l.GetString()!)];

    public string Folder { get; } = Directory.CreateTempSubdirectory("hub-models").FullName;

    /// <summary>The rows of an answer, in its order.</summary>
    public static string[] Rows(string name = "rows") => [.. Answers.GetProperty(name).EnumerateArray().Select(i => HubAnswers.Rows[i.GetInt32()])];

    public static float[][] Numbers(string name) =>
        [.. Answers.GetProperty(name).EnumerateArray().Select(r => r.EnumerateArray().Select(n => n.GetSingle()).ToArray())];

    public static byte[] Unpacked(string name)
    {
        using var stream = new GZipStream(File.OpenRead(Path.Combine(data, name)), CompressionMode.Decompress);
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }

    /// <summary>Lists a model in the catalog; what <paramref name="change"/> does to its files happens before they are hashed.</summary>
    public HubModels Add(string name, string graph, string shape, object config, object transformer, object? more = null, Action<string>? change = null)
    {
        var home = Directory.CreateDirectory(Path.Combine(Folder, name)).FullName;
        File.WriteAllBytes(Path.Combine(home, "model.onnx"), Unpacked($"{graph}.onnx.gz"));
        File.WriteAllBytes(Path.Combine(home, "tokenizer.json"), HubAnswers.Json(shape));
        File.WriteAllBytes(Path.Combine(home, "config.json"), JsonSerializer.SerializeToUtf8Bytes(config));
        change?.Invoke(home);
        var entry = JsonSerializer.SerializeToNode(more ?? new { })!.AsObject();
        entry["name"] = name;
        entry["version"] = "1";
        entry["task"] = JsonSerializer.SerializeToNode(transformer)!["kind"]!.GetValue<string>() == "embedding" ? "text-embedding" : "topic";
        entry["folder"] = name;
        entry["files"] = new JsonObject([.. Directory.GetFiles(home).Select(f => KeyValuePair.Create(Path.GetFileName(f), (JsonNode?)Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(f)))))]);
        entry["transformer"] = JsonSerializer.SerializeToNode(transformer);
        listed.Add(entry);
        File.WriteAllText(Path.Combine(Folder, "catalog.json"), new JsonObject { ["models"] = listed.DeepClone() }.ToJsonString());
        return this;
    }

    public ModelWorkers Open() => new(Options.Create(new InferenceOptions { ModelsFolder = Folder, CacheMegabytes = 0 }), TimeProvider.System);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
