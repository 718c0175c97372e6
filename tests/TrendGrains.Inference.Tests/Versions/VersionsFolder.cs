using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using TrendGrains.Inference.Caching;

namespace TrendGrains.Inference.Tests.Versions;

/// <summary>A folder of an operator's own models: copies of one that ships, as later versions of it.</summary>
internal sealed class VersionsFolder : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("own-models-").FullName;

    /// <summary>Lists versions of a shipped model; a broken one is a file that is no model.</summary>
    public VersionsFolder With(string model, params (string Version, bool IsBroken)[] versions)
    {
        var shipped = JsonNode.Parse(File.ReadAllText(Path.Combine(ShippedModel.Folder, "catalog.json")))!["models"]!.AsArray().First(m => (string)m!["name"]! == model)!;
        var listed = new JsonArray();
        foreach (var (version, isBroken) in versions)
        {
            var name = $"{model}-{version}";
            Directory.CreateDirectory(Path.Combine(Folder, name));
            var path = Path.Combine(Folder, name, "model.onnx");
            File.Copy(Path.Combine(ShippedModel.Folder, (string)shipped["folder"]!, "model.onnx"), path, overwrite: true);
            if (isBroken)
            {
                File.WriteAllText(path, "no model at all");
            }
            var entry = shipped.DeepClone();
            (entry["version"], entry["folder"], entry["evaluation"]) = (version, name, null);
            entry["files"] = new JsonObject { ["model.onnx"] = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(path))) };
            listed.Add(entry);
        }
        File.WriteAllText(Path.Combine(Folder, "catalog.json"), new JsonObject { ["models"] = listed }.ToJsonString());
        return this;
    }

    public ModelWorkers Workers(TimeProvider? clock = null, Action<InferenceOptions>? configure = null, IResultStore? store = null)
    {
        var options = new InferenceOptions { OwnModelsFolder = Folder };
        configure?.Invoke(options);
        return new ModelWorkers(Options.Create(options), clock ?? TimeProvider.System, store: store);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
