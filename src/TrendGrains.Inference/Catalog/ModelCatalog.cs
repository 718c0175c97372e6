using System.Text.Json;
using TrendGrains.Inference.Tokenizers;

namespace TrendGrains.Inference.Catalog;

/// <summary>Reads <c>catalog.json</c> and proves that the files beside it are the ones it lists.</summary>
public static class ModelCatalog
{
    public const string FileName = "catalog.json";

    /// <exception cref="ModelCatalogException">No catalog, not JSON, a file missing or altered, or a tokenizer that this version does not know.</exception>
    public static IReadOnlyList<ModelEntry> Load(string modelsFolder)
    {
        var path = Path.Combine(modelsFolder, FileName);
        var listed = Read(path);
        if (listed.GroupBy(m => m.Name).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new ModelCatalogException($"{path} lists model '{twice.Key}' more than once.");
        }
        return [.. listed.Select(model => Verify(path, modelsFolder, model))];
    }

    private static ListedModel[] Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new ModelCatalogException($"There is no model catalog at {path}.");
        }
        try
        {
            using var stream = File.OpenRead(path);
            return JsonSerializer.Deserialize<ListedModels>(stream, JsonSerializerOptions.Web)?.Models
                ?? throw new ModelCatalogException($"{path} has no list 'models'.");
        }
        catch (JsonException e)
        {
            throw new ModelCatalogException($"{path} cannot be read: {e.Message}", e);
        }
    }

    private static ModelEntry Verify(string catalog, string modelsFolder, ListedModel model)
    {
        if (model is not { Name.Length: > 0, Version.Length: > 0, Task.Length: > 0, Folder.Length: > 0, Files.Count: > 0 })
        {
            throw new ModelCatalogException($"{catalog}: model '{model.Name}' lacks name, version, task, folder or files.");
        }
        if (model is not ({ Tokenizer: not null, Dimension: > 0 } or { Tokenizer: not null, Labels.Length: > 0 } or { Features.Length: > 0, Labels.Length: > 0 }))
        {
            throw new ModelCatalogException($"{catalog}: model '{model.Name}' has neither a tokenizer with a dimension or labels nor features with labels.");
        }
        if (model.Tokenizer is not null && HashedNGrams.WhyRefused(model.Tokenizer) is { } reason)
        {
            throw new ModelCatalogException($"{catalog}: model '{model.Name}': {reason}");
        }
        foreach (var values in new[] { model.Typical, model.Marked })
        {
            if (values is not null && values.Length != model.Features?.Length)
            {
                throw new ModelCatalogException($"{catalog}: model '{model.Name}' has {model.Features?.Length ?? 0} features and {values.Length} values of them.");
            }
        }
        var folder = Path.GetFullPath(Path.Combine(modelsFolder, model.Folder));
        var files = model.Files.Select(file => new ModelFile(file.Key, file.Value)).ToArray();
        foreach (var file in files)
        {
            file.Verify(model.Name, folder);
        }
        return new ModelEntry(model.Name, model.Version, model.Task, folder, files, model.License ?? "unknown", model.Source ?? "unknown")
        {
            Tokenizer = model.Tokenizer,
            Dimension = model.Dimension,
            Features = model.Features ?? [],
            Labels = model.Labels ?? [],
            Thresholds = model.Thresholds ?? [],
            Typical = model.Typical ?? [],
            Marked = model.Marked ?? [],
            TrainedOn = model.TrainedOn ?? [],
            Evaluation = [.. (model.Evaluation ?? []).Select(file => new ModelFile(file.Key, file.Value))],
        };
    }

    private sealed record ListedModels(ListedModel[]? Models);

    private sealed record ListedModel(
        string? Name,
        string? Version,
        string? Task,
        string? Folder,
        Dictionary<string, string>? Files,
        Dictionary<string, string>? Evaluation,
        TokenizerSettings? Tokenizer,
        int Dimension,
        string[]? Features,
        string[]? Labels,
        Dictionary<string, double>? Thresholds,
        float[]? Typical,
        float[]? Marked,
        TrainingSet[]? TrainedOn,
        string? License,
        string? Source);
}
