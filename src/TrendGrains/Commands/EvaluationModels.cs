using TrendGrains.Reading;
using TrendGrains.Reading.Evaluation;

namespace TrendGrains.Commands;

internal enum FoldChoice
{
    /// <summary>The models that are shipped, trained on all pages.</summary>
    Shipped,

    /// <summary>For each page those that were trained without the sites of its fold.</summary>
    FoldOfSite,

    /// <summary>Those that were trained on the tuning part alone.</summary>
    TuningPart,
}

/// <summary>The models that an evaluation reads with, opened once.</summary>
internal sealed class EvaluationModels(FoldChoice choice) : IDisposable
{
    private readonly Dictionary<int, PageModels> opened = [];

    /// <summary>Whether the models have seen the pages, in words.</summary>
    public string Seen => choice switch
    {
        FoldChoice.FoldOfSite => "Every page is read with models that were trained without its site.",
        FoldChoice.TuningPart => "The pages are read with models that were trained on the tuning part alone.",
        _ => "CAUTION: the models that are shipped were trained on these very pages; --cross-validated measures them on pages that they have not seen.",
    };

    /// <summary>Name of the files of a model that may score the page, without suffix; null for the model that is shipped.</summary>
    public string? PartOf(WcxbPage page) => choice switch
    {
        FoldChoice.FoldOfSite => $"fold-{SiteSplit.FoldOf(page.Site)}",
        FoldChoice.TuningPart => "tuning",
        _ => null,
    };

    public PageModels Of(WcxbPage page)
    {
        var fold = choice == FoldChoice.FoldOfSite ? SiteSplit.FoldOf(page.Site) : -1;
        if (!opened.TryGetValue(fold, out var models))
        {
            opened[fold] = models = choice switch
            {
                FoldChoice.FoldOfSite => PageModels.Load(fold: fold),
                FoldChoice.TuningPart => PageModels.LoadTuning(),
                _ => PageModels.Load(),
            };
        }

        return models;
    }

    public void Dispose()
    {
        foreach (var models in opened.Values)
        {
            models.Dispose();
        }
    }
}
