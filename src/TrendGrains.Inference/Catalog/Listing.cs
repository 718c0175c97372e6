using Microsoft.Extensions.Logging;
using TrendGrains.Inference.External;

namespace TrendGrains.Inference.Catalog;

/// <summary>
/// What the catalogs list, and the external models after them. Read again when a catalog was written (a model is added while a platform runs),
/// and now and then as long as something in them is broken: in the background, since callers are grain turns, and only what has changed of the files.
/// </summary>
internal sealed class Listing(InferenceOptions options, ExternalModels? external, ILogger logger, TimeProvider clock)
{
    private static readonly TimeSpan lookEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan again = TimeSpan.FromSeconds(30);

    private readonly Lock gate = new();
    private readonly KnownFiles files = new();
    private Task rereading = Task.CompletedTask;
    private IReadOnlyList<ModelEntry>? all;
    private (DateTime, long, DateTime, long) stamp;
    private long looked;
    private long read;

    /// <summary>Where decisions about versions are kept.</summary>
    public string WritableFolder => OwnFolder ?? Folder;

    /// <summary>Completes when what was being read again is there.</summary>
    internal Task Rereading
    {
        get
        {
            lock (gate)
            {
                return rereading;
            }
        }
    }

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
            if (all is null)
            {
                stamp = Stamp();
                var models = Read();
                looked = read = clock.GetTimestamp();
                Volatile.Write(ref all, models);
                return models;
            }
            if (clock.GetElapsedTime(looked) >= lookEvery)
            {
                looked = clock.GetTimestamp();
                if (rereading.IsCompleted && (stamp != Stamp() || (all.Any(m => m.Problem is not null) && clock.GetElapsedTime(read) >= again)))
                {
                    rereading = Task.Run(ReadAgain);
                }
            }
            return all;
        }
    }

    private void ReadAgain()
    {
        // Taken first: what is written while the files are read is found the next time.
        var now = Stamp();
        IReadOnlyList<ModelEntry>? models = null;
        try
        {
            models = Read();
        }
        catch (Exception unreadable) when (unreadable is ModelCatalogException or IOException or UnauthorizedAccessException)
        {
            Log.CatalogNotReadAgain(logger, unreadable);
        }
        lock (gate)
        {
            (stamp, read) = (now, clock.GetTimestamp());
            Volatile.Write(ref all, models ?? all);
        }
    }

    private IReadOnlyList<ModelEntry> Read()
    {
        IReadOnlyList<ModelEntry> models = [.. ModelCatalog.LoadAll(Folder, OwnFolder, files, unreadable => Log.OwnCatalogNotRead(logger, unreadable)), .. external?.Entries ?? []];
        foreach (var broken in models.Where(m => m.Problem is not null))
        {
            Log.ModelBroken(logger, broken.Name, broken.Version, broken.Problem!);
        }
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
