using Microsoft.Extensions.Logging;
using TrendGrains.Abstractions.ModelWorkers;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Reading;
using TrendGrains.Storage.Items;

namespace TrendGrains.Grains.Ingest;

/// <summary>From raw documents to what is stored at the second durable point. One bad document never stops the rest.</summary>
internal sealed class DocumentUnderstanding(PageReader reader, FocusVectors focuses, DecisionSteps decisions, TimeProvider clock, ILogger<DocumentUnderstanding> log)
{
    public Task<UnderstoodBatch> UnderstandAsync(
        string source, string? focus, IReadOnlyList<PendingDocument> documents, IGrainFactory grains, CancellationToken cancellationToken) =>
        UnderstandAsync(source, focus, documents, known: null, believes: false, grains, cancellationToken);

    /// <summary>One document again: what is known of it is kept, and only what is missing is asked for.</summary>
    /// <param name="known">What was understood of the stored page; it counts for no other.</param>
    /// <param name="believes">What is still missing no longer keeps it from its board.</param>
    public Task<UnderstoodBatch> CompleteAsync(
        PendingDocument document, KnownParts? known, bool believes, IGrainFactory grains, CancellationToken cancellationToken) =>
        UnderstandAsync(
            document.Source, focus: null, [document], known is not null && known.ContentHash == ContentHash.Of(document.Document.Body) ? known : null, believes, grains,
            cancellationToken);

    private async Task<UnderstoodBatch> UnderstandAsync(
        string source, string? focus, IReadOnlyList<PendingDocument> documents, KnownParts? known, bool believes, IGrainFactory grains, CancellationToken cancellationToken)
    {
        var decided = await decisions.DecideAsync(await ReadAsync(documents, cancellationToken), known, grains, cancellationToken);
        var pages = Array.ConvertAll(decided, d => d.Page);
        var embedded = known is { Embedding: { } vector, EmbeddingModel: { } model, EmbeddingVersion: { } version }
            ? new EmbedResult(model, version, [vector])
            : await EmbedAsync(pages, grains, cancellationToken);
        var items = new UnderstoodItem[documents.Count];
        var problems = new List<CrawlLogEntry>();
        for (var i = 0; i < documents.Count; i++)
        {
            try
            {
                items[i] = UnderstoodItems.From(documents[i], decided[i], embedded?.Vectors[i], embedded, believes);
            }
            catch (Exception error)
            {
                // One document that cannot be made an item must not bring its batch back for ever.
                log.DocumentUnreadable(error, documents[i].Document.Url);
                pages[i] = new ReadPage { Problem = new ReadProblem("parser", error.Message, IsUnreadable: true) };
                items[i] = UnderstoodItems.From(documents[i], new DecidedPage(pages[i], []), null, null, believes);
            }

            if (pages[i].Problem is { IsUnreadable: true } problem)
            {
                problems.Add(new CrawlLogEntry
                {
                    Source = source,
                    Url = documents[i].Document.Url,
                    At = clock.GetUtcNow(),
                    Reason = CrawlReason.NotReadable,
                    Detail = problem.Sentence,
                });
            }
        }

        return new UnderstoodBatch(items, pages, await WeighAsync(focus, embedded, documents.Count, grains, cancellationToken), problems);
    }

    /// <summary>Parsing is long CPU work, so it leaves the activation's scheduler.</summary>
    public Task<ReadPage[]> ReadAsync(IReadOnlyList<PendingDocument> documents, CancellationToken cancellationToken) => Task.Run(() =>
    {
        var pages = new ReadPage[documents.Count];
        Parallel.For(0, documents.Count, new ParallelOptions { CancellationToken = cancellationToken }, i =>
        {
            var document = documents[i].Document;
            try
            {
                pages[i] = reader.Read(new RawPage(document.Url, document.MediaType, document.Charset, document.Body, document.FetchedAt));
            }
            catch (Exception error)
            {
                log.DocumentUnreadable(error, document.Url);
                pages[i] = new ReadPage { Problem = new ReadProblem("parser", error.Message, IsUnreadable: true) };
            }
        });
        return pages;
    }, cancellationToken);

    /// <summary>The relevance of each document, 1 without a focus; null where no vector tells.</summary>
    private async Task<double?[]> WeighAsync(
        string? focus, EmbedResult? embedded, int count, IGrainFactory grains, CancellationToken cancellationToken)
    {
        var relevance = new double?[count];
        if (string.IsNullOrWhiteSpace(focus))
        {
            Array.Fill(relevance, 1);
            return relevance;
        }

        try
        {
            if (embedded is not null && await focuses.GetAsync(focus, embedded.Version, grains, cancellationToken) is { } vector)
            {
                return Array.ConvertAll(embedded.Vectors, v => (double?)Relevance.Of(v, vector));
            }
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // What the crawl learns may wait; what it found may not.
            log.EmbeddingPutOff(1, error.Message);
        }

        return relevance;
    }

    /// <summary>One vector for each page, or null when the model could not answer: the items are then partial.</summary>
    private async Task<EmbedResult?> EmbedAsync(ReadPage[] pages, IGrainFactory grains, CancellationToken cancellationToken)
    {
        try
        {
            return await grains.GetGrain<IModelWorkerGrain>(EmbeddingSpace.Model)
                .EmbedAsync(new EmbedBatch(Array.ConvertAll(pages, p => $"{p.Title}\n{p.Text}")), cancellationToken);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            log.EmbeddingPutOff(pages.Length, error.Message);
            return null;
        }
    }
}

/// <summary>What a batch of documents became, in the batch's order.</summary>
/// <param name="Relevance">How much each is about the source's focus, 0…1; 1 without one, null when it could not be weighed.</param>
internal sealed record UnderstoodBatch(
    IReadOnlyList<UnderstoodItem> Items, IReadOnlyList<ReadPage> Pages, IReadOnlyList<double?> Relevance, IReadOnlyList<CrawlLogEntry> Problems);
