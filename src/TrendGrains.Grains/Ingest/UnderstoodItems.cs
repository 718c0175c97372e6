using TrendGrains.Abstractions.Items;
using TrendGrains.Abstractions.ModelWorkers;
using TrendGrains.Reading;
using TrendGrains.Storage.Items;
using TrendGrains.Text;
using TrendGrains.Text.Fingerprints;
using TrendGrains.Trends.Clustering;

namespace TrendGrains.Grains.Ingest;

/// <summary>The decision what is stored of a page that was read; pure.</summary>
internal static class UnderstoodItems
{
    public static UnderstoodItem From(PendingDocument pending, ReadPage page, float[]? vector, EmbedResult? model)
    {
        var unreadable = page.Problem is { IsUnreadable: true };
        var (eventTime, clamped) = EventTime(page.Published, pending.Document.FetchedAt);
        var board = TellsAStory(pending.Document, page) ? BoardLanguage.Of(page.Language) : null;
        return new UnderstoodItem
        {
            ItemId = pending.ItemId,
            ContentHash = ContentHash.Of(pending.Document.Body),
            State = unreadable ? ItemState.Unreadable : vector is null ? ItemState.Partial : ItemState.Understood,
            Title = page.Title,
            Text = page.Text,
            Byline = page.Byline,
            Language = page.Language,
            SiteName = page.SiteName,
            PublishedAt = page.Published,
            EventTime = eventTime,
            EventTimeClamped = clamped,
            PageKind = page.PageKind,
            ArticleScore = page.ArticleScore,
            IsArticle = page.IsArticle,
            TextHash = TextHash.Hash128(page.Text),
            Fingerprint = unreadable || board is null ? null : CopyFingerprint.Of(page.Text),
            Board = board,
            Cites = board is null ? [] : Citations.Of(pending.Document.Url, page),
            Keywords = page.Tags,
            Embedding = vector,
            EmbeddingModel = model?.Model,
            EmbeddingVersion = model?.Version,
            Missing = vector is null && !unreadable ? [EmbeddingSpace.Part] : [],
            Media = Array.ConvertAll(page.Media, m => new ItemMedia(m.Url, m.Kind, m.Caption)),
        };
    }

    /// <summary>What was announced or posted as a thing of its own, articles, threads, and what has an article's shape and a date: not front pages, shops, guides.</summary>
    public static bool TellsAStory(CrawledDocument document, ReadPage page) =>
        (document.MediaType is CrawledDocument.EntryMediaType or CrawledDocument.PostMediaType || page.IsArticle || page.PageKind == PageKinds.Forum
            || (page.PageKind == PageKinds.Article && page.Published is not null))
        && !(string.IsNullOrWhiteSpace(page.Title) && string.IsNullOrWhiteSpace(page.Text));

    /// <summary>Published time where it can be true; else the time of the fetch, and that it was put in its place.</summary>
    public static (DateTimeOffset Time, bool Clamped) EventTime(DateTimeOffset? published, DateTimeOffset fetchedAt) =>
        published is { } time && time <= fetchedAt ? (time, false) : (fetchedAt, true);
}
