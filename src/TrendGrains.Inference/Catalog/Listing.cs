using Microsoft.Extensions.Logging;
using TrendGrains.Inference.External;

namespace TrendGrains.Inference.Catalog;

/// <summary>What the catalogs list, and the external models after them, read once; as long as something in them is broken, they are read again now and then.</summary>
internal sealed class Listing(InferenceOptions options, ExternalModels? external, ILogger logger, TimeProvider clock)
{
    private static readonly TimeSpan again = TimeSpan.FromSeconds(30);

    private readonly Lock gate = new();
    private IReadOnlyList<ModelEntry>? all;
    private long read;

    /// <summary>Where decisions about versions are kept.</summary>
    public string WritableFolder => OwnFolder ?? Folder;

    private string Folder => options.ModelsFolder ?? ModelsFolder.Find();

    private string? OwnFolder => options.OwnModelsFolder ?? ModelsFolder.FindOwn();

    /// <exception cref="ModelCatalogException">The models folder is missing or its catalog cannot be read.</exception>
    public IReadOnlyList<ModelEntry> All
    {
        get
        {
            var known = Volatile.Read(ref all);
            return known is null || (known.Any(m => m.Problem is not null) && clock.GetElapsedTime(Volatile.Read(ref read)) >= again) ? Read() : known;
        }
    }

    private IReadOnlyList<ModelEntry> Read()
    {
        lock (gate)
        {
            if (all is { } known && clock.GetElapsedTime(read) < again)
            {
                return known;
            }
            IReadOnlyList<ModelEntry> models = [.. ModelCatalog.LoadAll(Folder, OwnFolder, unreadable => Log.OwnCatalogNotRead(logger, unreadable)), .. external?.Entries ?? []];
            foreach (var broken in models.Where(m => m.Problem is not null))
            {
                Log.ModelBroken(logger, broken.Name, broken.Version, broken.Problem!);
            }
            (all, read) = (models, clock.GetTimestamp());
            return models;
        }
    }
}
