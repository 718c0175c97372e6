using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Options;
using TrendGrains.Inference;
using TrendGrains.Inference.External;
using TrendGrains.Inference.Summaries;

namespace TrendGrains.Grains.Tests.Ingest;

/// <summary>A models folder that lists models whose files are no models: whoever opens one fails, whoever reads the list does not.</summary>
internal sealed class ListedModels : IAsyncDisposable
{
    private static readonly Dictionary<string, string[]> labels = new()
    {
        ["topic"] = ["economy", "sports", "other"],
        ["tone"] = ["negative", "neutral", "positive"],
        ["severity"] = ["mild", "grave"],
        ["summary"] = ["worth"],
    };

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("listed-models-");

    public ListedModels(params string[] tasks)
        : this(null, tasks)
    {
    }

    /// <param name="external">Models behind addresses, beside those of the folder.</param>
    public ListedModels(ExternalModels? external, params string[] tasks)
    {
        byte[] content = [.. "no model"u8];
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        foreach (var task in tasks)
        {
            Directory.CreateDirectory(Path.Combine(folder.FullName, task));
            File.WriteAllBytes(Path.Combine(folder.FullName, task, "model.onnx"), content);
        }

        File.WriteAllText(Path.Combine(folder.FullName, "catalog.json"), JsonSerializer.Serialize(new
        {
            models = tasks.Select(task => new
            {
                name = task,
                version = "1",
                task,
                folder = task,
                files = new Dictionary<string, string> { ["model.onnx"] = hash },
                features = task == "summary" ? SentenceFeatures.Names : [],
                tokenizer = task == "summary" ? null : (object)new { kind = "hashed-ngrams-1", buckets = 16, maxChars = 64, cjkNGrams = new[] { 1, 3 }, otherNGrams = new[] { 3, 5 } },
                labels = labels[task],
            }),
        }));
        Models = new Inference.ModelWorkers(Options.Create(new InferenceOptions { ModelsFolder = folder.FullName }), TimeProvider.System, external: external);
    }

    public Inference.ModelWorkers Models { get; }

    public string Folder => folder.FullName;

    public static string[] LabelsOf(string task) => labels[task];

    public async ValueTask DisposeAsync()
    {
        await Models.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
