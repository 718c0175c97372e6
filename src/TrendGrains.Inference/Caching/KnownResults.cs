using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using TrendGrains.Abstractions.ModelWorkers;
using TrendGrains.Inference.Batching;
using TrendGrains.Inference.Serving;

namespace TrendGrains.Inference.Caching;

/// <summary>
/// Nothing is inferred twice: a result that is in memory, under way for another caller, or kept in the database is given instead of a run.
/// </summary>
internal sealed class KnownResults(ResultMemory memory, IResultStore? store, TimeSpan keepAbove, TimeProvider clock, ILogger logger) : IAsyncDisposable
{
    /// <summary>A look that takes longer is worth no more than a run.</summary>
    private static readonly TimeSpan longestLook = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<ResultKey, TaskCompletionSource<Outcome<float[]>?>> flights = new();
    private readonly ResultKeeping? keeping = store is null ? null : new ResultKeeping(store, clock, logger);

    /// <param name="contents">The items' hashes.</param>
    /// <inheritdoc cref="ServedVersion{TIn}.RunAsync" path="/exception"/>
    public async Task<Outcome<float[]>[]> RunAsync<TIn>(
        ServedVersion<TIn> version, IReadOnlyList<TIn> items, IReadOnlyList<Guid> contents, CallTerms terms, CancellationToken cancellationToken)
    {
        var due = new Deadline(version.Entry.Name, terms, clock);
        var outcomes = new Outcome<float[]>[items.Count];
        List<int> missing = [];
        for (var i = 0; i < outcomes.Length; i++)
        {
            if (memory.Find(version.Key(contents[i])) is { } known)
            {
                outcomes[i] = known;
            }
            else
            {
                missing.Add(i);
            }
        }
        version.Cache.InMemory(outcomes.Length - missing.Count);
        while (missing.Count > 0)
        {
            missing = await RunOnceAsync(version, items, contents, missing, outcomes, due, cancellationToken).ConfigureAwait(false);
        }
        return outcomes;
    }

    public ValueTask DisposeAsync() => keeping?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>
    /// Runs what nobody else runs, and waits for the rest: their results, and their faults too. What those others did not wait for is given back,
    /// to be asked for again.
    /// </summary>
    private async Task<List<int>> RunOnceAsync<TIn>(
        ServedVersion<TIn> version, IReadOnlyList<TIn> items, IReadOnlyList<Guid> contents, List<int> missing, Outcome<float[]>[] outcomes, Deadline due, CancellationToken cancellationToken)
    {
        List<(int Item, TaskCompletionSource<Outcome<float[]>?> Flight)> own = new(missing.Count);
        List<(int Item, Task<Outcome<float[]>?> Flight)> others = [];
        foreach (var i in missing)
        {
            var flight = new TaskCompletionSource<Outcome<float[]>?>(TaskCreationOptions.RunContinuationsAsynchronously);
            var flying = flights.GetOrAdd(version.Key(contents[i]), flight);
            if (flying == flight)
            {
                own.Add((i, flight));
            }
            else
            {
                others.Add((i, flying.Task));
            }
        }
        try
        {
            await LeadAsync(version, items, contents, own.ConvertAll(o => o.Item), outcomes, due, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            foreach (var (i, flight) in own)
            {
                flights.TryRemove(version.Key(contents[i]), out _);
                // Neither: the run was left, or there was no room or time for it.
                flight.SetResult(outcomes[i] is { Value: null, Fault: null } ? default(Outcome<float[]>?) : outcomes[i]);
            }
        }
        List<int> again = [];
        foreach (var (i, flight) in others)
        {
            if (await due.KeepAsync(flight, cancellationToken).ConfigureAwait(false) is { } outcome)
            {
                outcomes[i] = outcome;
                version.Cache.InFlight(outcome.Fault is null ? 1 : 0);
            }
            else
            {
                again.Add(i);
            }
        }
        return again;
    }

    private async Task LeadAsync<TIn>(
        ServedVersion<TIn> version, IReadOnlyList<TIn> items, IReadOnlyList<Guid> contents, List<int> own, Outcome<float[]>[] outcomes, Deadline due, CancellationToken cancellationToken)
    {
        // Between the look into memory and the start of the flight another may have ended.
        own = [.. own.Where(i => (outcomes[i] = new Outcome<float[]>(memory.Find(version.Key(contents[i])), null)).Value is null)];
        var keeps = store is not null && (version.Entry.KeepsResults ?? version.SecondsAnItem >= keepAbove.TotalSeconds);
        if (keeps && own.Count > 0)
        {
            own = await FindAsync(version, contents, own, outcomes, due, cancellationToken).ConfigureAwait(false);
        }
        if (own.Count == 0)
        {
            return;
        }
        var ran = await version.RunAsync(own.Count == items.Count ? items : [.. own.Select(i => items[i])], due.Left(), cancellationToken).ConfigureAwait(false);
        version.Cache.Missed(own.Count);
        for (var i = 0; i < ran.Length; i++)
        {
            outcomes[own[i]] = ran[i];
            if (ran[i].Value is { } numbers)
            {
                memory.Keep(version.Key(contents[own[i]]), numbers);
            }
        }
        if (keeps)
        {
            var results = own.Where(i => outcomes[i].Value is not null).Select(i => KeyValuePair.Create(contents[i], outcomes[i].Value!)).ToArray();
            keeping!.Keep(version.Entry.Name, version.KeptAs, results);
        }
    }

    private async Task<List<int>> FindAsync(ServedVersion version, IReadOnlyList<Guid> contents, List<int> own, Outcome<float[]>[] outcomes, Deadline due, CancellationToken cancellationToken)
    {
        using var look = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            var time = new Deadline(version.Entry.Name, due.Half(longestLook), clock);
            var found = await time.KeepAsync(
                store!.FindAsync(version.Entry.Name, version.KeptAs, own.ConvertAll(i => contents[i]), look.Token), cancellationToken).ConfigureAwait(false);
            found = Array.ConvertAll(found, kept => kept is not null && KeptResults.Fits(version.Entry, kept) ? kept : null);
            for (var i = 0; i < found.Length; i++)
            {
                if (found[i] is { } numbers)
                {
                    outcomes[own[i]] = numbers;
                    memory.Keep(version.Key(contents[own[i]]), numbers);
                }
            }
            var left = own.Where((_, i) => found[i] is null).ToList();
            version.Cache.InStore(own.Count - left.Count);
            return left;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            await look.CancelAsync().ConfigureAwait(false);
            Log.ResultsNotFound(logger, e, version.Entry.Name);
            return own;
        }
    }
}
