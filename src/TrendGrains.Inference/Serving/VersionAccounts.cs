using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using TrendGrains.Inference.Batching;
using TrendGrains.Inference.Versions;

namespace TrendGrains.Inference.Serving;

/// <summary>Keeps account of what failed at which version, and lets a version go that fails too often.</summary>
internal sealed class VersionAccounts(Func<ModelVersions> versionsOf, OpenModels models, RollbackRule rule, TimeProvider clock, ILogger logger)
{
    /// <summary>A caller with less time than this tells nothing about the version that gave no answer.</summary>
    private static readonly TimeSpan fairWait = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan betweenDecisions = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<(string Model, string Version), long> decided = new();

    /// <summary>What the item itself is at fault for is not the version's: bad input would take every version out of service, one after the other.</summary>
    public Outcome<float[]>[] Count(ServedVersion version, ModelStanding standing, Outcome<float[]>[] outcomes)
    {
        var (items, failed) = (0, 0);
        foreach (var outcome in outcomes)
        {
            items += outcome.IsOfItem ? 0 : 1;
            failed += outcome is { Fault: not null, IsOfItem: false } ? 1 : 0;
        }
        Count(version, standing, items, failed);
        return outcomes;
    }

    /// <param name="failed">Of the items.</param>
    public void Count(ServedVersion version, ModelStanding standing, int items, int failed)
    {
        version.Errors.Add(items, failed);
        if (failed == 0)
        {
            return;
        }
        var seen = version.Errors.Read();
        var why = $"{seen.Failed} of its last {seen.Items} items failed";
        if (version.Entry.Version == standing.Live)
        {
            if (standing.Earlier.Count > 0 && rule.IsBad(seen))
            {
                GoBack(standing, standing.Live, why);
            }
        }
        else if (rule.IsBad(seen, models.Served.FirstOrDefault(s => s.Entry.Name == standing.Model && s.Entry.Version == standing.Live)?.Errors.Read() ?? default))
        {
            EndTrial(standing, version.Entry.Version, why);
        }
    }

    /// <summary>A live version that let callers wait and answered nobody meanwhile hangs; one that answered others is only asked too much.</summary>
    public void TooLate(ServedVersion live, ModelStanding standing, int items, long began)
    {
        if (clock.GetElapsedTime(began) >= fairWait && !live.Errors.IsGoodSince(began))
        {
            Count(live, standing, items, items);
        }
    }

    public void GoBack(ModelStanding standing, string from, string why) => Decide(standing, from, async () =>
    {
        if ((await versionsOf().RollBackAsync(standing.Model, from, why, CancellationToken.None).ConfigureAwait(false)).Live is var to && to != from)
        {
            Log.RolledBack(logger, standing.Model, from, to, why);
        }
    });

    public void EndTrial(ModelStanding standing, string version, string why) => Decide(standing, version, async () =>
    {
        await versionsOf().EndTrialAsync(standing.Model, version, why, CancellationToken.None).ConfigureAwait(false);
        Log.TrialEnded(logger, standing.Model, version, why);
    });

    /// <summary>The caller whose item tipped the scales does not wait for the decision to be written; the next failures do not ask for the same again.</summary>
    private void Decide(ModelStanding standing, string version, Func<Task> decision)
    {
        var (now, key) = (clock.GetTimestamp(), (standing.Model, version));
        if (decided.TryGetValue(key, out var last) ? clock.GetElapsedTime(last, now) < betweenDecisions || !decided.TryUpdate(key, now, last) : !decided.TryAdd(key, now))
        {
            return;
        }
        _ = Task.Run(async () =>
        {
            try
            {
                await decision().ConfigureAwait(false);
            }
            catch (Exception e)
            {
                Log.DecisionNotKept(logger, e, standing.Model, version);
            }
        });
    }
}
