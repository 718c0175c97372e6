using Microsoft.Extensions.Logging;
using TrendGrains.Abstractions.ModelWorkers;
using TrendGrains.Reading;
using TrendGrains.Reading.Decisions;
using TrendGrains.Reading.Signals;

namespace TrendGrains.Grains.Ingest;

/// <summary>Asks the model workers what a batch of pages is: kind, article, advert. What none answers is among a page's missing parts.</summary>
internal sealed class DecisionSteps(Inference.ModelWorkers models, ILogger<DecisionSteps> log)
{
    public async Task<DecidedPage[]> DecideAsync(IReadOnlyList<ReadPage> pages, IGrainFactory grains, CancellationToken cancellationToken)
    {
        var decided = pages.Select(p => new DecidedPage(p, [])).ToArray();
        foreach (var task in DecisionTasks.All)
        {
            PageSignals?[] asked = [.. pages.Select(p => DecisionTasks.Asks(task, p) ? p.Signals : null)];
            if (asked.All(s => s is null))
            {
                continue;
            }

            try
            {
                if (models.Models.FirstOrDefault(m => m.Task == task) is not { } model)
                {
                    continue;
                }

                var decider = new PageDecider(model, (rows, token) => grains.GetGrain<IModelWorkerGrain>(model.Name).ScoreAsync(new ScoreBatch(rows), token));
                var decisions = await decider.DecideAsync(asked, cancellationToken);
                for (var i = 0; i < decided.Length; i++)
                {
                    decided[i] = decisions[i] is { } decision ? decided[i] with { Page = Decided.With(decided[i].Page, decision) } : decided[i];
                }
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                log.DecisionPutOff(task, pages.Count, error.Message);
                for (var i = 0; i < decided.Length; i++)
                {
                    decided[i] = asked[i] is null ? decided[i] : decided[i] with { Missing = [.. decided[i].Missing, task] };
                }
            }
        }

        return decided;
    }
}

/// <summary>A page with what was decided about it.</summary>
/// <param name="Missing">Tasks that no worker answered: the item is then partial and is asked again.</param>
internal sealed record DecidedPage(ReadPage Page, string[] Missing);
