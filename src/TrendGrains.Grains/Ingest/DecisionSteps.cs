using Microsoft.Extensions.Logging;
using TrendGrains.Abstractions.ModelWorkers;
using TrendGrains.Reading;
using TrendGrains.Reading.Decisions;
using TrendGrains.Reading.Signals;
using TrendGrains.Storage.Items;

namespace TrendGrains.Grains.Ingest;

/// <summary>Asks the model workers what a batch of pages is: kind, article, advert. What none answers is among a page's missing parts.</summary>
internal sealed class DecisionSteps(Inference.ModelWorkers models, TimeProvider clock, ILogger<DecisionSteps> log) : IDisposable
{
    private readonly SemaphoreSlim explaining = new(1);

    public void Dispose() => explaining.Dispose();

    /// <param name="known">What is known of the pages already, which is then one; null when nothing is.</param>
    public async Task<DecidedPage[]> DecideAsync(IReadOnlyList<ReadPage> pages, KnownParts? known, IGrainFactory grains, CancellationToken cancellationToken)
    {
        var decided = pages.Select(p => new DecidedPage(known is null ? p : known.Decisions.Where(d => DecisionTasks.All.Contains(d.Task)).Aggregate(p, Again), [])).ToArray();
        foreach (var task in known is null ? DecisionTasks.All : DecisionTasks.All.Intersect(known.Missing))
        {
            PageSignals?[] asked = [.. pages.Select(p => DecisionTasks.Asks(task, p) ? p.Signals : null)];
            if (asked.All(s => s is null))
            {
                continue;
            }

            try
            {
                if (models.ForTask(task) is not { } model)
                {
                    continue;
                }

                var worker = grains.GetGrain<IModelWorkerGrain>(model.Name);
                var decider = new PageDecider(
                    model,
                    (rows, token) => worker.ScoreAsync(new ScoreBatch(rows), token),
                    (rows, token) => ExplainAsync(worker, rows, token),
                    version => models.Versions.Find(model.Name, version));
                var tried = await clock.StageAsync(task, asked.Length, () => decider.TryDecideAsync(asked, cancellationToken));
                for (var i = 0; i < decided.Length; i++)
                {
                    decided[i] = tried[i] switch
                    {
                        { Decision: { } decision } => decided[i] with { Page = Decided.With(decided[i].Page, decision) },
                        { Fault: { } fault } => decided[i] with { Missing = [.. decided[i].Missing, new MissingPart(task, fault)] },
                        _ => decided[i],
                    };
                }
            }
            catch (Exception error) when (!cancellationToken.IsCancellationRequested)
            {
                log.DecisionPutOff(task, pages.Count, error.Message);
                for (var i = 0; i < decided.Length; i++)
                {
                    decided[i] = asked[i] is null ? decided[i] : decided[i] with { Missing = [.. decided[i].Missing, new MissingPart(task, error.Message)] };
                }
            }
        }

        return decided;
    }

    /// <summary>One call at a time for all batches: a reason may wait, and what other batches are to be told may not wait for it.</summary>
    private async Task<ScoreResult> ExplainAsync(IModelWorkerGrain worker, float[][] rows, CancellationToken cancellationToken)
    {
        await explaining.WaitAsync(cancellationToken);
        try
        {
            return await worker.ScoreAsync(new ScoreBatch(rows), cancellationToken);
        }
        finally
        {
            explaining.Release();
        }
    }

    /// <summary>The page with a decision that is stored. Of two labels the one that was not said has the rest of the probability.</summary>
    private static ReadPage Again(ReadPage page, ItemDecision stored)
    {
        var score = (float)stored.Score;
        var scores = stored.Task == DecisionTasks.PageKind ? page.KindScores : stored.Label == stored.Task ? [1 - score, score] : [score, 1 - score];
        return Decided.With(page, new PageDecision(stored.Task, stored.Label, stored.Score, stored.Version, stored.Why) { Scores = scores });
    }
}

/// <summary>A page with what was decided about it.</summary>
/// <param name="Missing">Tasks that no worker answered: the item is then partial and is asked again.</param>
internal sealed record DecidedPage(ReadPage Page, MissingPart[] Missing);
