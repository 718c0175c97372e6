using TrendGrains.Inference;

namespace TrendGrains.Reading.Decisions;

/// <summary>All decisions about pages by the models that this process serves: what the verbs use, which have no cluster.</summary>
public sealed class PageDecisions(ModelWorkers workers)
{
    /// <summary>The pages with every decision that a listed model can make.</summary>
    public async Task<ReadPage[]> DecideAsync(IReadOnlyList<ReadPage> pages, CancellationToken cancellationToken)
    {
        var decided = pages.ToArray();
        foreach (var task in DecisionTasks.All.Where(t => workers.ForTask(t) is not null))
        {
            var decisions = await ServedDeciders.Of(workers, task).DecideAsync([.. pages.Select(p => DecisionTasks.Asks(task, p) ? p.Signals : null)], cancellationToken).ConfigureAwait(false);
            for (var i = 0; i < decided.Length; i++)
            {
                decided[i] = decisions[i] is { } decision ? Decided.With(decided[i], decision) : decided[i];
            }
        }
        return decided;
    }
}
