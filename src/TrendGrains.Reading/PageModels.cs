using TrendGrains.Inference.Catalog;
using TrendGrains.Inference.Scoring;
using TrendGrains.Reading.Extract.Features;
using TrendGrains.Reading.Extract.Scoring;
using TrendGrains.Reading.Kinds;

namespace TrendGrains.Reading;

/// <summary>The models that reading needs in the middle of a page, run in process; what is missing is decided by rules.</summary>
public sealed class PageModels : IDisposable
{
    /// <summary>Task of the model that scores a page's kinds.</summary>
    public const string KindTask = "page-kind";

    /// <summary>Task of the model that scores whether a block is content.</summary>
    public const string BlockTask = "block-content";

    /// <summary>No models: rules alone.</summary>
    public static PageModels None { get; } = new();

    private PageModels()
    {
    }

    internal KindModel? Kind { get; private set; }

    internal BlockModel? Block { get; private set; }

    /// <summary>Opens the models of these tasks that the catalog lists.</summary>
    /// <param name="folder">The models folder; null finds it.</param>
    /// <param name="fold">0…4 opens the models that saw no site of this part (<see cref="Evaluation.SiteSplit.FoldOf"/>); null opens those that are served.</param>
    /// <exception cref="ModelCatalogException">The folder is missing or a model is not what its catalog says.</exception>
    public static PageModels Load(string? folder = null, int? fold = null) => Load(folder, fold is null ? null : $"fold-{fold}");

    /// <summary>The models that were trained on the tuning part alone: those to measure the held-out part with.</summary>
    /// <inheritdoc cref="Load(string?, int?)"/>
    public static PageModels LoadTuning(string? folder = null) => Load(folder, "tuning");

    /// <summary>As <see cref="Load(string?, int?)"/>; where the folder, a model or ONNX Runtime is not to be had, the reason is told once and rules decide alone.</summary>
    public static PageModels LoadOrNone(Action<Exception> tell, string? folder = null)
    {
        try
        {
            return Load(folder);
        }
        // The native library says what it misses with exceptions of its own, wrapped by a static constructor.
        catch (Exception fault) when (fault is ModelCatalogException or IOException or UnauthorizedAccessException or DllNotFoundException or BadImageFormatException or TypeInitializationException)
        {
            tell(fault);
            return None;
        }
    }

    /// <summary>Bytes of the model that is served for a task; 0 where there is none.</summary>
    public static long SizeOf(string task, string? folder = null) =>
        ModelCatalog.Load(folder ?? ModelsFolder.Find()).FirstOrDefault(m => m.Task == task) is { } entry ? new FileInfo(entry.OnnxPath).Length : 0;

    public void Dispose()
    {
        Kind?.Dispose();
        Block?.Dispose();
    }

    private static PageModels Load(string? folder, string? part)
    {
        var listed = ModelCatalog.Load(folder ?? ModelsFolder.Find());
        var models = new PageModels();
        try
        {
            models.Kind = listed.FirstOrDefault(m => m.Task == KindTask) is { } entry ? KindModel.Open(entry, part) : null;
            models.Block = Open(listed, BlockTask, part is null ? null : $"{part}.onnx", BlockFeatures.Names);
            return models;
        }
        catch
        {
            models.Dispose();
            throw;
        }
    }

    private static BlockModel? Open(IReadOnlyList<ModelEntry> listed, string task, string? file, IReadOnlyList<string> known) =>
        listed.FirstOrDefault(m => m.Task == task) is { } entry ? new BlockModel(FeatureModel.Open(entry, file: file), known) : null;
}
