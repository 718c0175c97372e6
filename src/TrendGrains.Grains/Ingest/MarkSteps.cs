using Microsoft.Extensions.Logging;
using TrendGrains.Abstractions.ModelWorkers;
using TrendGrains.Storage.Items;

namespace TrendGrains.Grains.Ingest;

/// <summary>
/// Asks the model workers for topic, tone and severity of a batch: one call a model, all at once. A model that the catalog does not list is
/// not asked, and nothing waits for it; what a listed one does not answer is among an item's missing parts, with the reason.
/// </summary>
internal sealed class MarkSteps(Inference.ModelWorkers models, SeverityReasons reasons, TimeProvider clock, ILogger<MarkSteps> log)
{
    /// <param name="texts">Null for an item that says nothing.</param>
    /// <param name="known">What is known of the items already, which are then one; null when nothing is.</param>
    public async Task<ItemMarks[]> MarkAsync(IReadOnlyList<string?> texts, KnownParts? known, IGrainFactory grains, CancellationToken cancellationToken)
    {
        var tasks = known is null ? ItemMarks.Tasks : [.. ItemMarks.Tasks.Intersect(known.Missing)];
        var answers = await Task.WhenAll(tasks.Select(t => AskAsync(t, texts, grains, cancellationToken)));
        var kept = known?.Decisions.Where(d => ItemMarks.Tasks.Contains(d.Task) && !tasks.Contains(d.Task)).ToArray() ?? [];
        return [.. texts.Select((_, i) => new ItemMarks(
            [.. kept, .. answers.Select(a => a[i].Decision).OfType<ItemDecision>()],
            [.. answers.Select(a => a[i].Missing).OfType<MissingPart>()]))];
    }

    private async Task<Answer[]> AskAsync(string task, IReadOnlyList<string?> texts, IGrainFactory grains, CancellationToken cancellationToken)
    {
        var answers = new Answer[texts.Count];
        var places = Enumerable.Range(0, texts.Count).Where(i => texts[i] is not null).ToArray();
        if (places.Length == 0)
        {
            return answers;
        }

        try
        {
            if (models.ForTask(task) is not { } model)
            {
                return answers;
            }

            var asked = Array.ConvertAll(places, i => texts[i]!);
            var worker = grains.GetGrain<IModelWorkerGrain>(model.Name);
            var result = await clock.StageAsync(task, asked.Length, () => worker.ClassifyAsync(new TextBatch(asked, StepTerms.Bulk), cancellationToken).InStepAsync(model.Name, clock, cancellationToken));
            if (result.Scores.Length != asked.Length)
            {
                throw new InvalidOperationException($"Model '{result.Model}' gave {result.Scores.Length} results for {asked.Length} texts.");
            }

            for (var row = 0; row < places.Length; row++)
            {
                answers[places[row]] = result.Scores[row] is not null
                    ? new Answer(ItemMarks.Decide(task, result, row), null)
                    : new Answer(null, new MissingPart(task, RowFault.ReasonOf(result.Faults, row, result.Model)));
            }

            if (task == ItemMarks.Severity)
            {
                var decisions = Array.ConvertAll(answers, a => a.Decision);
                await reasons.AddAsync(model, texts, decisions, worker, cancellationToken);
                answers = [.. answers.Select((a, i) => a with { Decision = decisions[i] })];
            }
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            log.DecisionPutOff(task, places.Length, error.Message);
            foreach (var place in places)
            {
                answers[place] = new Answer(null, new MissingPart(task, error.Message));
            }
        }

        return answers;
    }

    /// <summary>Neither where nobody was asked.</summary>
    private readonly record struct Answer(ItemDecision? Decision, MissingPart? Missing);
}
