using System.Security.Cryptography;
using System.Text.Json.Nodes;
using TrendGrains.Inference.Catalog;

namespace TrendGrains.Inference.Adding;

/// <summary>Takes a model of the operator's into the folder of own models, once it has been opened and has answered.</summary>
public static class ModelAdding
{
    /// <param name="modelsFolder">The models that ship.</param>
    /// <param name="ownFolder">Made where it is not there yet.</param>
    /// <returns>Its entry, as the catalog lists it from now on.</returns>
    /// <exception cref="ModelRefusedException">It was not added, and nothing was changed.</exception>
    public static async Task<ModelEntry> AddAsync(
        ModelToAdd model, string modelsFolder, string ownFolder, InferenceOptions settings, TimeProvider clock, CancellationToken cancellationToken)
    {
        RefuseName(model.Name);
        RefuseName(model.Task);
        var listed = ModelCatalog.LoadAll(modelsFolder, ownFolder, unreadable => throw unreadable);
        var sources = HubExport.Files(model);
        var like = Like(model, listed, sources, modelsFolder, ownFolder);
        var described = HubExport.Describe(model, sources, like);
        var staging = Path.Combine(ownFolder, $".adding-{Guid.NewGuid():N}");
        try
        {
            Directory.CreateDirectory(staging);
            var hashes = new JsonObject();
            foreach (var (name, path) in sources)
            {
                cancellationToken.ThrowIfCancellationRequested();
                File.Copy(path, Path.Combine(staging, name));
                hashes[name] = Hash(Path.Combine(staging, name));
            }
            var version = model.Version ?? $"1.{((string)hashes["model.onnx"]!)[..8]}";
            RefuseName(version);
            if (listed.FirstOrDefault(m => m.Name == model.Name && m.Version == version) is { } there)
            {
                throw new ModelRefusedException($"Model '{model.Name}' version {version} is listed already, in {there.Folder}; another version needs another --version.");
            }
            var entry = new JsonObject { ["name"] = model.Name, ["version"] = version, ["folder"] = Path.Combine(model.Name, version), ["files"] = hashes };
            foreach (var (member, value) in described)
            {
                entry[member] = value?.DeepClone();
            }
            await TryAsync(entry, staging, settings, clock, cancellationToken).ConfigureAwait(false);
            hashes[ModelGolden.FileName] = Hash(Path.Combine(staging, ModelGolden.FileName));
            var held = await CatalogFile.HoldAsync(ownFolder, clock, cancellationToken).ConfigureAwait(false);
            await using (held.ConfigureAwait(false))
            {
                Settle(entry, staging, Path.GetFullPath(Path.Combine(ownFolder, model.Name, version)), ownFolder);
            }
            return ModelCatalog.Load(ownFolder).First(m => m.Name == model.Name && m.Version == version) with { IsOwn = true };
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ModelCatalogException)
        {
            throw new ModelRefusedException(error is ModelCatalogException ? error.Message : $"Model '{model.Name}': {error.Message}", error);
        }
        finally
        {
            if (Directory.Exists(staging))
            {
                Directory.Delete(staging, recursive: true);
            }
        }
    }

    /// <summary>Files and entry, or neither.</summary>
    private static void Settle(JsonObject entry, string staging, string home, string ownFolder)
    {
        var (name, version) = ((string)entry["name"]!, (string)entry["version"]!);
        if (CatalogFile.Find(ownFolder, name, version) is not null)
        {
            throw new ModelRefusedException($"Model '{name}' version {version} was added by another command just now.");
        }
        Directory.CreateDirectory(Path.GetDirectoryName(home)!);
        var isOrphan = Directory.Exists(home) && (!File.Exists(Path.Combine(ownFolder, ModelCatalog.FileName)) || ModelCatalog.Load(ownFolder).All(m => m.Folder != home));
        if (isOrphan)
        {
            // Of a command that ended between its two steps: nothing lists it.
            Directory.Delete(home, recursive: true);
        }
        Directory.Move(staging, home);
        try
        {
            CatalogFile.Put(ownFolder, entry);
        }
        catch
        {
            Directory.Delete(home, recursive: true);
            throw;
        }
    }

    /// <summary>The words of the model that it is like: the one named, or for a folder without a tokenizer the listed one of its name.</summary>
    private static JsonObject? Like(ModelToAdd model, IReadOnlyList<ModelEntry> listed, IReadOnlyDictionary<string, string> files, string modelsFolder, string ownFolder)
    {
        if (model.Like is null && files.ContainsKey("tokenizer.json"))
        {
            return null;
        }
        var name = model.Like ?? model.Name;
        var entry = listed.FirstOrDefault(m => m.Name == name);
        return entry is not null ? CatalogFile.Find(entry.IsOwn ? ownFolder : modelsFolder, name, entry.Version)
            : model.Like is null ? null
            : throw new ModelRefusedException($"Model '{model.Name}': there is no model '{name}' to be like; there are: {string.Join(", ", listed.Select(m => m.Name).Distinct())}.");
    }

    private static async Task TryAsync(JsonObject entry, string staging, InferenceOptions settings, TimeProvider clock, CancellationToken cancellationToken)
    {
        await using var alone = await AloneModel.OpenAsync(entry, staging, settings, clock).ConfigureAwait(false);
        try
        {
            ModelGolden.Of(await ModelProbe.RunAsync(alone.Workers, alone.Entry, cancellationToken).ConfigureAwait(false)).Write(staging);
        }
        catch (Exception error) when (error is not (ModelRefusedException or OperationCanceledException))
        {
            throw new ModelRefusedException($"Model '{alone.Entry.Name}' version {alone.Entry.Version} does not run: {error.Message}", error);
        }
    }

    private static void RefuseName(string name)
    {
        if (name.Length is 0 or > 64 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') || name[0] is '.' or '-')
        {
            throw new ModelRefusedException($"'{name}' is no name: letters, digits, '-', '_' and '.' make one.");
        }
    }

    private static string Hash(string path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
