using System.Text.Json;
using TrendGrains.Inference.Tokenizers;

namespace TrendGrains.Inference.Catalog;

/// <summary>Reads <c>catalog.json</c> and proves that the files beside it are the ones it lists.</summary>
public static class ModelCatalog
{
    public const string FileName = "catalog.json";

    /// <summary>Every model that the catalog lists. One that is not what the catalog says has a <see cref="ModelEntry.Problem"/>, and the others go on.</summary>
    /// <exception cref="ModelCatalogException">No catalog, or not JSON.</exception>
    public static IReadOnlyList<ModelEntry> Load(string modelsFolder) => Load(modelsFolder, null);

    /// <param name="known">Files that were read before; null reads all.</param>
    /// <inheritdoc cref="Load(string)"/>
    internal static IReadOnlyList<ModelEntry> Load(string modelsFolder, KnownFiles? known)
    {
        var path = Path.Combine(modelsFolder, FileName);
        var entries = new List<ModelEntry>();
        foreach (var model in Read(path))
        {
            var entry = Entry(modelsFolder, model);
            var problem = entries.Any(e => e.Name == entry.Name && e.Version == entry.Version)
                ? $"{path} lists model '{entry.Name}' version {entry.Version} more than once."
                : WhyRefused(path, model, entry, known);
            entries.Add(problem is null ? entry : entry with { Problem = problem });
        }
        return entries;
    }

    /// <summary>The models that ship, then the operator's own. An own one of a name that ships is a version of that model, and comes after it.</summary>
    /// <param name="ownFolder">Null, or a folder that holds no catalog yet, adds nothing.</param>
    /// <param name="tell">Told why the own catalog could not be read at all; the shipped models go on.</param>
    /// <exception cref="ModelCatalogException">The shipped catalog is missing, or not JSON.</exception>
    public static IReadOnlyList<ModelEntry> LoadAll(string modelsFolder, string? ownFolder, Action<ModelCatalogException> tell) => LoadAll(modelsFolder, ownFolder, null, tell);

    /// <param name="known">Files that were read before; null reads all.</param>
    /// <inheritdoc cref="LoadAll(string, string?, Action{ModelCatalogException})"/>
    internal static IReadOnlyList<ModelEntry> LoadAll(string modelsFolder, string? ownFolder, KnownFiles? known, Action<ModelCatalogException> tell)
    {
        var shipped = Load(modelsFolder, known);
        if (ownFolder is null || !File.Exists(Path.Combine(ownFolder, FileName)))
        {
            return shipped;
        }
        try
        {
            var own = Load(ownFolder, known).Select(o => shipped.Any(s => s.Name == o.Name && s.Version == o.Version)
                ? o with { IsOwn = true, Problem = $"{Path.Combine(ownFolder, FileName)}: version {o.Version} of model '{o.Name}' is the one that ships." }
                : o with { IsOwn = true });
            return [.. shipped, .. own];
        }
        catch (ModelCatalogException unreadable)
        {
            tell(unreadable);
            return shipped;
        }
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
            return JsonSerializer.Deserialize<ListedModels>(stream, JsonSerializerOptions.Web)?.Models is { } models && !models.Contains(null)
                ? models
                : throw new ModelCatalogException($"{path} has no list 'models'.");
        }
        catch (JsonException e)
        {
            throw new ModelCatalogException($"{path} cannot be read: {e.Message}", e);
        }
    }

    private static string? WhyRefused(string catalog, ListedModel model, ModelEntry entry, KnownFiles? known)
    {
        if (model is not { Name.Length: > 0, Version.Length: > 0, Task.Length: > 0, Folder.Length: > 0, Files.Count: > 0 })
        {
            return $"{catalog}: model '{model.Name}' lacks name, version, task, folder or files.";
        }
        if (model is not ({ Tokenizer: not null, Dimension: > 0 } or { Tokenizer: not null, Labels.Length: > 0 } or { Features.Length: > 0, Labels.Length: > 0 } or { Transformer: not null }))
        {
            return $"{catalog}: model '{model.Name}' has neither a tokenizer with a dimension or labels nor features with labels.";
        }
        if (model.Tokenizer is not null && ITextFeatures.WhyRefused(model.Tokenizer) is { } reason)
        {
            return $"{catalog}: model '{model.Name}': {reason}";
        }
        if (model.Transformer?.WhyRefused(entry.Dimension, entry.Labels.Count, model.Files.Keys) is { } unserved)
        {
            return $"{catalog}: model '{model.Name}': {unserved}";
        }
        foreach (var values in new[] { model.Typical, model.Marked })
        {
            if (values is not null && values.Length != model.Features?.Length)
            {
                return $"{catalog}: model '{model.Name}' has {model.Features?.Length ?? 0} features and {values.Length} values of them.";
            }
        }
        try
        {
            foreach (var file in entry.Files)
            {
                file.Verify(entry.Name, entry.Folder, known);
            }
            return null;
        }
        catch (Exception error) when (error is ModelCatalogException or IOException or UnauthorizedAccessException)
        {
            return error is ModelCatalogException ? error.Message : $"Model '{entry.Name}': {error.Message}";
        }
    }

    private static ModelEntry Entry(string modelsFolder, ListedModel model) => new(
        model.Name ?? "unknown",
        model.Version ?? "unknown",
        model.Task ?? "unknown",
        Path.GetFullPath(Path.Combine(modelsFolder, model.Folder ?? "")),
        [.. (model.Files ?? []).Select(file => new ModelFile(file.Key, file.Value))],
        model.License ?? "unknown",
        model.Source ?? "unknown")
    {
        KeepsResults = model.KeepResults,
        Tokenizer = model.Tokenizer,
        Transformer = model.Transformer,
        Dimension = model.Dimension,
        Features = model.Features ?? [],
        Labels = model.Labels ?? [],
        Thresholds = model.Thresholds ?? [],
        Typical = model.Typical ?? [],
        Marked = model.Marked ?? [],
        TrainedOn = model.TrainedOn ?? [],
        Evaluation = [.. (model.Evaluation ?? []).Select(file => new ModelFile(file.Key, file.Value))],
    };

    private sealed record ListedModels(ListedModel[]? Models);

    private sealed record ListedModel(
        string? Name,
        string? Version,
        string? Task,
        string? Folder,
        Dictionary<string, string>? Files,
        Dictionary<string, string>? Evaluation,
        TokenizerSettings? Tokenizer,
        TransformerSettings? Transformer,
        int Dimension,
        string[]? Features,
        string[]? Labels,
        Dictionary<string, double>? Thresholds,
        float[]? Typical,
        float[]? Marked,
        TrainingSet[]? TrainedOn,
        string? License,
        string? Source,
        bool? KeepResults);
}
