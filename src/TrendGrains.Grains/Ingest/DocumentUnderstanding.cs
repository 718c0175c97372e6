using Microsoft.Extensions.Logging;
using TrendGrains.Abstractions.ModelWorkers;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Reading;
using TrendGrains.Storage.Items;

namespace TrendGrains.Grains.Ingest;

/// <summary>From raw documents to what is stored at the second durable point. One bad document never stops the rest.</summary>
internal sealed class DocumentUnderstanding(PageReader reader, FocusVectors focuses, DecisionSteps decisions, MarkSteps marks, SummarySteps summaries, TimeProvider clock, ILogger<DocumentUnderstanding> log)
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
        var read = await ReadAsync(documents, cancellationToken);
        var texts = Array.ConvertAll(read, ModelText.Of);

        // One call a model for the whole batch, and none waits for another.
        var deciding = decisions.DecideAsync(read, known, grains, cancellationToken);
        var marking = marks.MarkAsync([.. read.Select((p, i) => ModelText.Says(p) ? texts[i] : null)], known, grains, cancellationToken);
        var embedding = EmbedAsync(texts, known, grains, cancellationToken);
        var summarizing = summaries.SummarizeAsync(read, known, grains, cancellationToken);
        await Task.WhenAll(deciding, marking, embedding, summarizing);
        var (decided, marked, (embedded, problem), summarized) = (await deciding, await marking, await embedding, await summarizing);
        var understood = decided.Select((d, i) => new UnderstoodPage(d)
        {
            Marks = marked[i],
            Vector = embedded is null || embedded.Vectors[i] is not null
                ? new PageVector(embedded?.Vectors[i], embedded?.Model, embedded?.Version, problem)
                : new PageVector(null, null, null, RowFault.ReasonOf(embedded.Faults, i, embedded.Model)),
            Summary = summarized[i],
        });
        var (items, pages) = await ComposeAsync(documents, [.. understood], believes, cancellationToken);
        return new UnderstoodBatch(items, pages, await WeighAsync(focus, embedded, documents.Count, grains, cancellationToken), Problems(source, documents, pages));
    }

    /// <summary>Keyphrases and fingerprints are long CPU work too.</summary>
    private Task<(UnderstoodItem[] Items, ReadPage[] Pages)> ComposeAsync(
        IReadOnlyList<PendingDocument> documents, UnderstoodPage[] understood, bool believes, CancellationToken cancellationToken) =>
        clock.StageAsync("composing", documents.Count, () => Task.Run(() =>
        {
            var items = new UnderstoodItem[understood.Length];
            var pages = Array.ConvertAll(understood, u => u.Decided.Page);
            Parallel.For(0, items.Length, new ParallelOptions { CancellationToken = cancellationToken }, i =>
            {
                try
                {
                    items[i] = UnderstoodItems.From(documents[i], understood[i], believes);
                }
                catch (Exception error)
                {
                    // One document that cannot be made an item must not bring its batch back for ever.
                    log.DocumentUnreadable(error, documents[i].Document.Url);
                    pages[i] = Unreadable(error);
                    items[i] = UnderstoodItems.From(documents[i], new UnderstoodPage(new DecidedPage(pages[i], [])), believes);
                }
            });
            return (items, pages);
        }, cancellationToken));

    private List<CrawlLogEntry> Problems(string source, IReadOnlyList<PendingDocument> documents, ReadPage[] pages)
    {
        var problems = new List<CrawlLogEntry>();
        for (var i = 0; i < pages.Length; i++)
        {
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

        return problems;
    }

    private static ReadPage Unreadable(Exception error) => new() { Problem = new ReadProblem("parser", error.Message, IsUnreadable: true) };

    /// <summary>Parsing is long CPU work, so it leaves the activation's scheduler.</summary>
    public Task<ReadPage[]> ReadAsync(IReadOnlyList<PendingDocument> documents, CancellationToken cancellationToken) => clock.StageAsync("reading", documents.Count, () => Task.Run(() =>
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
                pages[i] = Unreadable(error);
            }
        });
        return pages;
    }, cancellationToken));

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
            if (embedded is not null && await focuses.GetAsync(focus, embedded.Version, grains, cancellationToken).InStepAsync(EmbeddingSpace.Model, clock, cancellationToken) is { } vector)
            {
                return Array.ConvertAll(embedded.Vectors, v => v is null ? null : (double?)Relevance.Of(v, vector));
            }
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // What the crawl learns may wait; what it found may not.
            log.EmbeddingPutOff(1, error.Message);
        }

        return relevance;
    }

    /// <summary>One vector for each page, or why the model could not answer: the items are then partial.</summary>
    private async Task<(EmbedResult? Result, string? Problem)> EmbedAsync(string[] texts, KnownParts? known, IGrainFactory grains, CancellationToken cancellationToken)
    {
        if (known is { Embedding: { } vector, EmbeddingModel: { } model, EmbeddingVersion: { } version })
        {
            return (new EmbedResult(model, version, [vector]), null);
        }

        try
        {
            return (await clock.StageAsync("embedding", texts.Length, () =>
                grains.GetGrain<IModelWorkerGrain>(EmbeddingSpace.Model).EmbedAsync(new EmbedBatch(texts, StepTerms.Bulk), cancellationToken)
                    .InStepAsync(EmbeddingSpace.Model, clock, cancellationToken)), null);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            log.EmbeddingPutOff(texts.Length, error.Message);
            return (null, error.Message);
        }
    }
}

/// <summary>What a batch of documents became, in the batch's order.</summary>
/// <param name="Relevance">How much each is about the source's focus, 0…1; 1 without one, null when it could not be weighed.</param>
internal sealed record UnderstoodBatch(
    IReadOnlyList<UnderstoodItem> Items, IReadOnlyList<ReadPage> Pages, IReadOnlyList<double?> Relevance, IReadOnlyList<CrawlLogEntry> Problems);
