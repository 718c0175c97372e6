using TrendGrains.Inference.Catalog;
using TrendGrains.Inference.Evaluation;
using TrendGrains.Reading;
using TrendGrains.Reading.Evaluation;

namespace TrendGrains.Commands;

/// <summary>Pages for models that read text: address, title and what was taken for the page's text.</summary>
internal static class PageTexts
{
    public static List<LabelledText> Read(List<WcxbPage> pages, EvaluationModels models, CancellationToken cancellationToken)
    {
        var rows = new List<LabelledText>(pages.Count);
        foreach (var page in pages)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var read = new PageReader(models.Of(page)).Read(new RawPage(page.Url, "text/html", null, page.Body, null));
            rows.Add(new LabelledText(page.Id, $"{page.Url}\n{read.Title}\n\n{read.Text}", page.Kind == PageKinds.Article ? "article" : "other", page.Site));
        }

        return rows;
    }

    /// <summary>The small model, over the signals of the same pages, each by the weights that may see it.</summary>
    public static ComparedModel Small(ModelEntry entry, List<WcxbPage> pages, EvaluationModels models)
    {
        var byId = pages.ToDictionary(p => p.Id);
        var signals = pages.ToDictionary(p => p.Id, p => KindTrial.Of(new RawPage(p.Url, "text/html", null, p.Body, null), models.Of(p), TimeProvider.System).Signals);
        return DecisionTrials.Compared(entry, row => models.PartOf(byId[row.Id]), row => signals[row.Id]);
    }
}
