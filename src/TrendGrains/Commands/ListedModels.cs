using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TrendGrains.Hosting;
using TrendGrains.Inference;
using TrendGrains.Inference.Catalog;
using TrendGrains.Inference.External;
using TrendGrains.Inference.Versions;

namespace TrendGrains.Commands;

/// <summary>What the verbs of models look at: both catalogs and the external models, as serve sees them.</summary>
internal sealed class ListedModels : IAsyncDisposable
{
    private readonly ServiceProvider services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddModels().BuildServiceProvider();
    private readonly Lazy<IReadOnlyList<ModelEntry>> all;

    public ListedModels() => all = new(() =>
    [
        .. ModelCatalog.LoadAll(ShippedFolder, OwnFolder, unreadable => throw unreadable),
        .. External.Entries,
    ]);

    public IReadOnlyList<ModelEntry> All => all.Value;

    public InferenceOptions Settings => services.GetRequiredService<IOptions<InferenceOptions>>().Value;

    public string ShippedFolder => Settings.ModelsFolder ?? ModelsFolder.Find();

    public string? OwnFolder => Settings.OwnModelsFolder ?? ModelsFolder.FindOwn();

    public ModelWorkers Workers => services.GetRequiredService<ModelWorkers>();

    public ExternalModels External => services.GetRequiredService<ExternalModels>();

    public string CatalogFolderOf(ModelEntry entry) => entry.IsOwn ? OwnFolder! : ShippedFolder;

    /// <summary>Those that a word names: all of a name, or <c>name@version</c>; every one without words.</summary>
    /// <exception cref="ModelCatalogException">A word names none.</exception>
    public IReadOnlyList<ModelEntry> Named(IReadOnlyList<string> words) => words.Count == 0
        ? All
        : [.. words.SelectMany(word => All.Where(m => m.Name == word || $"{m.Name}@{m.Version}" == word).ToArray() is { Length: > 0 } found
            ? found
            : throw new ModelCatalogException($"There is no model '{word}'; there are: {string.Join(", ", All.Select(m => m.Name).Distinct())}."))];

    /// <summary>live, canary 10 %, shadow, earlier or idle.</summary>
    public string RoleOf(ModelEntry entry) => Workers.Versions.Of(entry.Name) switch
    {
        { } standing when standing.Live == entry.Version => "live",
        { Trial: { } trial } when trial.Version == entry.Version => trial.Kind == TrialKind.Shadow ? "shadow" : $"canary {trial.Percent:0.##} %",
        { } standing when standing.Earlier.Contains(entry.Version) => "earlier",
        _ => "idle",
    };

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
