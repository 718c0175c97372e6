using TrendGrains.Abstractions.Ingest;
using TrendGrains.Abstractions.Items;
using TrendGrains.Storage.Items;

namespace TrendGrains.Grains.Ingest;

/// <summary>What a crawl is told of each document of a batch; pure.</summary>
internal static class PageOutcomes
{
    /// <param name="read">What was read of those that are new or changed.</param>
    /// <param name="articles">Items that were known, and whether they are articles.</param>
    public static PageOutcome[] Of(
        CrawledDocument[] documents, AcceptResult accepted, IReadOnlyDictionary<CrawledDocument, WeighedPage> read, IReadOnlyDictionary<Guid, bool> articles) =>
        Array.ConvertAll(accepted.Documents, a => documents[a.Index] is var document && read.TryGetValue(document, out var page)
            ? new PageOutcome
            {
                Url = document.Url,
                IsNew = a.Disposition == AcceptDisposition.New,
                IsArticle = page.IsArticle,
                Relevance = page.Relevance,
            }
            : new PageOutcome { Url = document.Url, IsArticle = articles.TryGetValue(a.ItemId, out var isArticle) ? isArticle : null });
}

/// <summary>A page as read, and how much it is about the source's focus; null when that was not weighed.</summary>
internal readonly record struct WeighedPage(bool IsArticle, double? Relevance);
