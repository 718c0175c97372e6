using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using TrendGrains.Inference.Catalog;

namespace TrendGrains.Inference.External;

/// <summary>The external models that are set up, as entries beside those of the catalog.</summary>
public sealed class ExternalModels(IOptions<ExternalModelsOptions> options, TimeProvider clock, ExternalTransport? transport = null)
{
    private readonly Dictionary<string, ExternalModel> opened = new(StringComparer.Ordinal);

    public IReadOnlyList<ModelEntry> Entries => [.. options.Value.Models.Select(m => Entry(m.Key, m.Value))];

    /// <summary>What a model was asked and what it cost; null where it is none of these or was never asked.</summary>
    public ExternalUsage? UsageOf(string name)
    {
        lock (opened)
        {
            return opened.TryGetValue(name, out var model) ? model.Usage : null;
        }
    }

    /// <summary>Requests that may be under way at one time.</summary>
    public int AtOnceOf(string name) => Of(name).Concurrency;

    internal ExternalModelOptions Of(string name) => options.Value.Models[name];

    /// <exception cref="ModelCatalogException">Its key is missing, or this host has no way to the network.</exception>
    internal ExternalModel Open(ModelEntry entry)
    {
        entry.ThrowIfBroken();
        var settings = Of(entry.Name);
        var model = new ExternalModel(entry.Name, settings, entry.Labels, Key(settings), transport!, clock);
        lock (opened)
        {
            return opened[entry.Name] = model;
        }
    }

    private ModelEntry Entry(string name, ExternalModelOptions settings)
    {
        IReadOnlyList<string> labels = settings.Labels.Length > 0 ? settings.Labels : [.. ExternalTask.Find(settings.Task)?.Choices.Select(c => c.Label) ?? []];
        return new ModelEntry(name, Version(settings, labels), settings.Task, "", [], "as its provider says", new Uri(settings.Address).GetLeftPart(UriPartial.Path))
        {
            IsExternal = true,
            IsOwn = true,
            Labels = labels,
            Dimension = settings.Task == ExternalTask.Embedding ? settings.Dimension : 0,
            Problem = settings.KeyVariable is not null && Key(settings) is null
                ? $"Model '{name}' at {new Uri(settings.Address).GetLeftPart(UriPartial.Path)}: the environment variable {settings.KeyVariable}, which should hold its key, is not set."
                : transport is null ? $"Model '{name}': this host gives external models no way to the network." : null,
        };
    }

    private static string? Key(ExternalModelOptions settings) =>
        settings.KeyVariable is { Length: > 0 } variable && Environment.GetEnvironmentVariable(variable) is { Length: > 0 } key ? key.Trim() : null;

    /// <summary>Changes with all that changes an answer, so that kept results of one prompt never pass for another's.</summary>
    private static string Version(ExternalModelOptions settings, IReadOnlyList<string> labels)
    {
        var what = JsonSerializer.Serialize(new
        {
            settings.Task, settings.Address, settings.Model, settings.Prompt, settings.Language, settings.Format, settings.Logprobs,
            settings.Extra, settings.Prefix, settings.MaxChars, settings.MaxTokens, labels,
        });
        return $"external.{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(what)))[..8]}";
    }
}
