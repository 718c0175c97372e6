using TrendGrains.Inference.Catalog;
using TrendGrains.Inference.Scoring;
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
    public static PageModels None { get; } = new(null, null);

    private PageModels(KindModel? kind, FeatureModel? block) => (Kind, Block) = (kind, block);

    internal KindModel? Kind { get; }

    internal FeatureModel? Block { get; }

    /// <summary>Opens the models of these tasks that the catalog lists.</summary>
    /// <param name="folder">The models folder; null finds it.</param>
    /// <param name="fold">0…4 opens the models that saw no site of this part (<see cref="Evaluation.SiteSplit.FoldOf"/>); null opens those that are served.</param>
    /// <exception cref="ModelCatalogException">The folder is missing or a model is not what its catalog says.</exception>
    public static PageModels Load(string? folder = null, int? fold = null)
    {
        var listed = ModelCatalog.Load(folder ?? ModelsFolder.Find());
        var kind = listed.FirstOrDefault(m => m.Task == KindTask) is { } entry ? KindModel.Open(entry, fold) : null;
        try
        {
            return new PageModels(kind, Open(listed, BlockTask));
        }
        catch
        {
            kind?.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        Kind?.Dispose();
        Block?.Dispose();
    }

    private static FeatureModel? Open(IReadOnlyList<ModelEntry> listed, string task) =>
        listed.FirstOrDefault(m => m.Task == task) is { } entry ? FeatureModel.Open(entry) : null;
}
