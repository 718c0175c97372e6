using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using TrendGrains.Inference.Catalog;

namespace TrendGrains.Inference.Adding;

/// <summary>One version of a model served by itself, whatever else the catalogs list and whichever version is live: to try it.</summary>
public sealed class AloneModel : IAsyncDisposable
{
    private readonly string folder;

    private AloneModel(string folder, ModelWorkers workers, ModelEntry entry) => (this.folder, Workers, Entry) = (folder, workers, entry);

    public ModelWorkers Workers { get; }

    public ModelEntry Entry { get; }

    /// <param name="listed">Its catalog entry.</param>
    /// <param name="files">The folder that holds its files.</param>
    /// <exception cref="ModelRefusedException">It is not what the entry says.</exception>
    internal static async Task<AloneModel> OpenAsync(JsonObject listed, string files, InferenceOptions settings, TimeProvider clock)
    {
        var folder = Directory.CreateTempSubdirectory("trendgrains-model-").FullName;
        var alone = listed.DeepClone().AsObject();
        alone["folder"] = Path.GetFullPath(files);
        CatalogFile.Put(folder, alone);
        var entry = ModelCatalog.Load(folder)[0];
        var workers = new ModelWorkers(
            Options.Create(new InferenceOptions { ModelsFolder = folder, OwnModelsFolder = Path.Combine(folder, "none"), MaxBatch = settings.MaxBatch, Threads = settings.Threads }), clock);
        var model = new AloneModel(folder, workers, entry);
        if (entry.Problem is null)
        {
            return model;
        }
        await model.DisposeAsync().ConfigureAwait(false);
        throw new ModelRefusedException(entry.Problem);
    }

    /// <param name="entry">As listed.</param>
    /// <param name="catalogFolder">The folder whose catalog lists it.</param>
    /// <exception cref="ModelCatalogException">It has a problem.</exception>
    public static Task<AloneModel> OpenAsync(ModelEntry entry, string catalogFolder, InferenceOptions settings, TimeProvider clock)
    {
        entry.ThrowIfBroken();
        return OpenAsync(CatalogFile.Find(catalogFolder, entry.Name, entry.Version)!, entry.Folder, settings, clock);
    }

    public async ValueTask DisposeAsync()
    {
        await Workers.DisposeAsync().ConfigureAwait(false);
        Directory.Delete(folder, recursive: true);
    }
}
