using Microsoft.Extensions.Logging;
using TrendGrains.Inference.External;

namespace TrendGrains.Inference.Catalog;

/// <summary>
/// What the catalogs list, and the external models after them. Read again when a catalog was written (a model is added while a platform runs),
/// and now and then as long as something in them is broken.
/// </summary>
internal sealed class Listing(InferenceOptions options, ExternalModels? external, ILogger logger, TimeProvider clock)
{
    private static readonly TimeSpan lookEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan again = TimeSpan.FromSeconds(30);

    private readonly Lock gate = new();
    private IReadOnlyList<ModelEntry>? all;
    private (DateTime, long, DateTime, long) stamp;
    private long looked;
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
            return known is not null && clock.GetElapsedTime(Volatile.Read(ref looked)) < lookEvery ? known : Look();
        }
    }

    private IReadOnlyList<ModelEntry> Look()
    {
        lock (gate)
        {
            if (all is { } known)
            {
                var isLater = clock.GetElapsedTime(looked) >= lookEvery;
                looked = isLater ? clock.GetTimestamp() : looked;
                if (!isLater || (stamp == Stamp() && (known.All(m => m.Problem is null) || clock.GetElapsedTime(read) < again)))
                {
                    return known;
                }
            }
            try
            {
                return Read();
            }
            catch (ModelCatalogException unreadable) when (all is not null)
            {
                Log.CatalogNotReadAgain(logger, unreadable);
                return all;
            }
        }
    }

    private IReadOnlyList<ModelEntry> Read()
    {
        // Taken first: what is written while the files are read is found the next time.
        stamp = Stamp();
        IReadOnlyList<ModelEntry> models = [.. ModelCatalog.LoadAll(Folder, OwnFolder, unreadable => Log.OwnCatalogNotRead(logger, unreadable)), .. external?.Entries ?? []];
        foreach (var broken in models.Where(m => m.Problem is not null))
        {
            Log.ModelBroken(logger, broken.Name, broken.Version, broken.Problem!);
        }
        looked = read = clock.GetTimestamp();
        Volatile.Write(ref all, models);
        return models;
    }

    private (DateTime, long, DateTime, long) Stamp()
    {
        var (shipped, own) = (Of(Folder), OwnFolder is { } folder ? Of(folder) : default);
        return (shipped.Written, shipped.Length, own.Written, own.Length);

        static (DateTime Written, long Length) Of(string folder) =>
            new FileInfo(Path.Combine(folder, ModelCatalog.FileName)) is { Exists: true } file ? (file.LastWriteTimeUtc, file.Length) : default;
    }
}
