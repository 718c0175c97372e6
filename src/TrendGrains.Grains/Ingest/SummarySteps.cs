using Microsoft.Extensions.Logging;
using TrendGrains.Abstractions.ModelWorkers;
using TrendGrains.Inference.Summaries;
using TrendGrains.Reading;
using TrendGrains.Storage.Items;

namespace TrendGrains.Grains.Ingest;

/// <summary>
/// Summaries of a batch: the sentences of many items share the calls to the model. An item whose text is a title alone has none; where the model
/// is not in the catalog nobody has.
/// </summary>
internal sealed class SummarySteps(Inference.ModelWorkers models, TimeProvider clock, ILogger<SummarySteps> log)
{
    /// <summary>Name of the part, of the task and of the stage.</summary>
    public const string Part = Summarizer.Model;

    /// <summary>Calls of one batch at a time, so that its sentences never fill the queue.</summary>
    private const int CallsAtOnce = 4;

    /// <param name="known">What is known of the pages already, which are then one; null when nothing is.</param>
    public async Task<PageSummary[]> SummarizeAsync(IReadOnlyList<ReadPage> pages, KnownParts? known, IGrainFactory grains, CancellationToken cancellationToken)
    {
        if (known is not null && !known.Missing.Contains(Part) && pages.All(p => StandsIn(p, known.Summary)))
        {
            return [.. pages.Select(_ => new PageSummary(known.Summary, null))];
        }

        var summaries = Enumerable.Repeat(PageSummary.None, pages.Count).ToArray();
        var places = Enumerable.Range(0, pages.Count).Where(i => ModelText.Says(pages[i]) && !string.IsNullOrWhiteSpace(pages[i].Text)).ToArray();
        if (places.Length == 0)
        {
            return summaries;
        }

        try
        {
            if (models.ForTask(Part) is not { } model)
            {
                return summaries;
            }

            Summarizer.Expect(model);
            var drafts = await clock.StageAsync("drafting", places.Length, () => DraftAsync([.. places.Select(i => pages[i])], cancellationToken));
            var worker = grains.GetGrain<IModelWorkerGrain>(model.Name);

            // Who has one sentence has no choice.
            var rows = drafts.SelectMany(d => d.Rows.Length > 1 ? d.Rows : []).ToArray();
            var scores = await clock.StageAsync(Part, rows.Length, () => ScoreAsync(rows, model.Name, worker, cancellationToken));
            for (int i = 0, next = 0; i < places.Length; i++)
            {
                var count = drafts[i].Rows.Length;
                summaries[places[i]] = count > 1 ? Chosen(drafts[i], scores.AsSpan(next, count)) : Whole(drafts[i], model.Version);
                next += count > 1 ? count : 0;
            }
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            log.DecisionPutOff(Part, places.Length, error.Message);
            foreach (var place in places)
            {
                summaries[place] = new PageSummary(null, new MissingPart(Part, error.Message));
            }
        }

        return summaries;
    }

    /// <summary>Counting the words of sentences is long CPU work, so it leaves the activation's scheduler.</summary>
    private static Task<SummaryDraft[]> DraftAsync(ReadPage[] pages, CancellationToken cancellationToken) => Task.Run(() =>
    {
        var drafts = new SummaryDraft[pages.Length];
        Parallel.For(0, pages.Length, new ParallelOptions { CancellationToken = cancellationToken }, i => drafts[i] = SummaryDraft.Of(pages[i].Title, pages[i].Text));
        return drafts;
    }, cancellationToken);

    /// <summary>Another reader, or another version of it, may have given the page another text since.</summary>
    private static bool StandsIn(ReadPage page, ItemSummary? summary) =>
        summary is null || Array.TrueForAll(summary.Sentences, s =>
            s.Start >= 0 && s.Start <= s.End && s.End <= page.Text.Length && page.Text.AsSpan(s.Start, s.End - s.Start).SequenceEqual(s.Text));

    /// <summary>Each row's score, or why the call that it was in failed: that costs the others nothing. What the step has no time left for fails.</summary>
    private async Task<RowScore[]> ScoreAsync(float[][] rows, string model, IModelWorkerGrain worker, CancellationToken cancellationToken)
    {
        var scores = new RowScore[rows.Length];
        var began = clock.GetTimestamp();
        await Parallel.ForEachAsync(
            rows.Chunk(Inference.ModelWorkers.MostRows).Select((part, i) => (Rows: part, Start: i * Inference.ModelWorkers.MostRows)),
            new ParallelOptions { MaxDegreeOfParallelism = CallsAtOnce, CancellationToken = cancellationToken, TaskScheduler = TaskScheduler.Current },
            async (part, token) =>
            {
                try
                {
                    var left = StepTerms.Left(clock, began, model);
                    var result = await worker.ScoreAsync(new ScoreBatch(part.Rows, CallTerms.Bulk with { Within = left }), token).InStepAsync(model, left, clock, token);
                    for (var row = 0; row < part.Rows.Length; row++)
                    {
                        scores[part.Start + row] = result.Scores[row] is { } score
                            ? new RowScore(score[0], result.VersionOf(row), null)
                            : new RowScore(0, "", RowFault.ReasonOf(result.Faults, row, result.Model));
                    }
                }
                catch (Exception error) when (!cancellationToken.IsCancellationRequested)
                {
                    log.DecisionPutOff(Part, part.Rows.Length, error.Message);
                    scores.AsSpan(part.Start, part.Rows.Length).Fill(new RowScore(0, "", error.Message));
                }
            });
        return scores;
    }

    private static PageSummary Chosen(SummaryDraft draft, ReadOnlySpan<RowScore> scores)
    {
        foreach (var score in scores)
        {
            if (score.Problem is not null)
            {
                return new PageSummary(null, new MissingPart(Part, score.Problem));
            }
        }

        return Of(draft, Array.ConvertAll(scores.ToArray(), s => s.Score), scores[0].Version);
    }

    private static PageSummary Whole(SummaryDraft draft, string version) => draft.Rows.Length == 0 ? PageSummary.None : Of(draft, [1], version);

    private static PageSummary Of(SummaryDraft draft, float[] scores, string version)
    {
        var sentences = draft.Choose(scores);
        return sentences.Count == 0
            ? PageSummary.None
            : new PageSummary(new ItemSummary(version, [.. sentences.Select(s => new Storage.Items.SummarySentence(s.Text, s.Start, s.End))]), null);
    }

    private readonly record struct RowScore(float Score, string Version, string? Problem);
}

/// <summary>Neither where there is nothing to sum up, or nobody to do it.</summary>
internal sealed record PageSummary(ItemSummary? Summary, MissingPart? Missing)
{
    public static PageSummary None { get; } = new(null, null);
}
