using TrendGrains.Abstractions.Ingest;
using TrendGrains.Abstractions.Items;
using TrendGrains.Crawling.Policies;
using TrendGrains.Reading;
using TrendGrains.Storage.Items;
using TrendGrains.Text;

namespace TrendGrains.Grains.Ingest;

/// <summary>What a crawl is told of each document of a batch; pure.</summary>
internal static class PageOutcomes
{
    /// <param name="relevance">How much it is about the source's focus, 0…1; 1 without a focus, null when it could not be weighed.</param>
    public static PageOutcome Of(CrawledDocument document, ReadPage page, double? relevance, bool isNew)
    {
        var tells = UnderstoodItems.TellsAStory(document, page);
        return new PageOutcome
        {
            Url = document.Url,
            IsNew = isNew,
            IsArticle = tells,
            Title = page.Title,
            TextHash = TextHash.Hash128(page.Text),
            Worth = !isNew || !tells ? 0 : relevance is { } near ? ArticleReward.Of(isNewItem: true, page.Text.Length, page.Published is not null, near) : null,
        };
    }

    /// <summary>In the batch's order.</summary>
    /// <param name="read">Of those that are new or changed.</param>
    /// <param name="articles">Items that were known, and whether they tell a story.</param>
    public static PageOutcome[] Of(
        CrawledDocument[] documents, AcceptResult accepted, IReadOnlyDictionary<CrawledDocument, PageOutcome> read, IReadOnlyDictionary<Guid, bool> articles) =>
        Array.ConvertAll(accepted.Documents, a => read.TryGetValue(documents[a.Index], out var outcome)
            ? outcome
            : new PageOutcome { Url = documents[a.Index].Url, IsArticle = articles.TryGetValue(a.ItemId, out var isArticle) ? isArticle : null, Worth = 0 });
}
