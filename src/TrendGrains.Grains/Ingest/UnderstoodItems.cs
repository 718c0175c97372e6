using TrendGrains.Abstractions.Items;
using TrendGrains.Grains.Items;
using TrendGrains.Reading;
using TrendGrains.Reading.Decisions;
using TrendGrains.Reading.Keywords;
using TrendGrains.Storage.Items;
using TrendGrains.Text;
using TrendGrains.Text.Fingerprints;
using TrendGrains.Trends.Clustering;

namespace TrendGrains.Grains.Ingest;

/// <summary>The decision what is stored of a page that was read; pure.</summary>
internal static class UnderstoodItems
{
    /// <param name="believes">What no model has decided by now is believed: see <see cref="ItemRetry"/>.</param>
    public static UnderstoodItem From(PendingDocument pending, UnderstoodPage understood, bool believes = false)
    {
        var page = understood.Decided.Page;
        var (marks, vector, missing) = (understood.Marks, understood.Vector, understood.Missing);
        var unreadable = page.Problem is { IsUnreadable: true };
        var (eventTime, clamped) = EventTime(page.Published, pending.Document.FetchedAt);
        var tells = TellsAStory(pending.Document, page);
        var withheld = !unreadable && !believes && understood.Decided.Missing.Length > 0;
        var board = tells && !withheld ? BoardLanguage.Of(page.Language) : null;
        return new UnderstoodItem
        {
            ItemId = pending.ItemId,
            ContentHash = ContentHash.Of(pending.Document.Body),
            State = unreadable ? ItemState.Unreadable : missing.Length > 0 ? ItemState.Partial : ItemState.Understood,
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
            IsAdvert = page.Decisions.Any(d => d.Task == DecisionTasks.Advert) ? page.IsAdvert : null,
            AdvertScore = page.Decisions.Any(d => d.Task == DecisionTasks.Advert) ? page.AdvertScore : null,
            Decisions = [.. page.Decisions.Select(d => new ItemDecision(d.Task, d.Label, d.Score, d.Version, d.Why)), .. marks.Decisions],
            Topic = marks[ItemMarks.Topic]?.Label,
            TopicScore = marks[ItemMarks.Topic]?.Score,
            Tone = marks[ItemMarks.Tone]?.Value,
            Severity = marks[ItemMarks.Severity]?.Value,
            Summary = understood.Summary.Summary,
            TextHash = TextHash.Hash128(page.Text),
            Fingerprint = unreadable || !tells ? null : CopyFingerprint.Of(page.Text),
            Board = board,
            IsWithheld = withheld,
            Cites = board is null ? [] : Citations.Of(pending.Document.Url, page),
            Keywords = unreadable ? [] : [.. Keyphrases.Of(page.Title, page.Text, page.Language).Select(k => k.Term)],
            Embedding = vector.Elements,
            EmbeddingModel = vector.Model,
            EmbeddingVersion = vector.Version,
            Missing = unreadable ? [] : missing,
            Media = Array.ConvertAll(page.Media, m => new ItemMedia(m.Url, m.Kind, m.Caption)),
        };
    }

    /// <summary>
    /// What was announced or posted as a thing of its own, articles, threads, and what has an article's shape and a date: not front pages,
    /// shops, guides, and no adverts. What is missing a decision is withheld from its board for a while, and then taken for what it looks like
    /// without it, as is all where the catalog has no such model: nothing that was accepted waits for ever, or is lost.
    /// </summary>
    public static bool TellsAStory(CrawledDocument document, ReadPage page) =>
        (document.MediaType is CrawledDocument.EntryMediaType or CrawledDocument.PostMediaType || page.IsArticle || (page.PageKind == PageKinds.Forum && page.Text.Length >= ItemStore.ShortestThread)
            || (page.Published is not null && (page.PageKind == PageKinds.Article || page.ArticleScore >= ItemStore.MayBeShortNews)))
        && !page.IsAdvert && !(string.IsNullOrWhiteSpace(page.Title) && string.IsNullOrWhiteSpace(page.Text));

    /// <summary>Published time where it can be true; else the time of the fetch, and that it was put in its place.</summary>
    public static (DateTimeOffset Time, bool Clamped) EventTime(DateTimeOffset? published, DateTimeOffset fetchedAt) =>
        published is { } time && time <= fetchedAt ? (time, false) : (fetchedAt, true);
}
