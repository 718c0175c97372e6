using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using TrendGrains.Abstractions.ModelWorkers;
using TrendGrains.Inference.Batching;
using TrendGrains.Inference.Serving;

namespace TrendGrains.Inference.Caching;

/// <summary>
/// Nothing is inferred twice: a result that is in memory, under way for another caller, or kept in the database is given instead of a run.
/// </summary>
internal sealed class KnownResults(ResultMemory memory, IResultStore? store, TimeSpan keepAbove, TimeProvider clock, ILogger logger)
{
    private readonly ConcurrentDictionary<ResultKey, TaskCompletionSource<float[]?>> flights = new();

    /// <param name="contents">The items' hashes.</param>
    /// <inheritdoc cref="ServedVersion{TIn}.RunAsync" path="/exception"/>
    public async Task<Outcome<float[]>[]> RunAsync<TIn>(
        ServedVersion<TIn> version, IReadOnlyList<TIn> items, IReadOnlyList<Guid> contents, CallTerms terms, CancellationToken cancellationToken)
    {
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
        var began = clock.GetTimestamp();
        while (missing.Count > 0)
        {
            missing = await RunOnceAsync(version, items, contents, missing, outcomes, Left(terms, began, version), cancellationToken).ConfigureAwait(false);
        }
        return outcomes;
    }

    /// <summary>Runs what nobody else runs, and waits for the rest; what those others did not get is given back, to be asked for again.</summary>
    private async Task<List<int>> RunOnceAsync<TIn>(
        ServedVersion<TIn> version, IReadOnlyList<TIn> items, IReadOnlyList<Guid> contents, List<int> missing, Outcome<float[]>[] outcomes, CallTerms terms, CancellationToken cancellationToken)
    {
        List<(int Item, TaskCompletionSource<float[]?> Flight)> own = new(missing.Count);
        List<(int Item, Task<float[]?> Flight)> others = [];
        foreach (var i in missing)
        {
            var flight = new TaskCompletionSource<float[]?>(TaskCreationOptions.RunContinuationsAsynchronously);
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
            await LeadAsync(version, items, contents, own.ConvertAll(o => o.Item), outcomes, terms, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            foreach (var (i, flight) in own)
            {
                flights.TryRemove(version.Key(contents[i]), out _);
                flight.SetResult(outcomes[i].Value);
            }
        }
        List<int> again = [];
        foreach (var (i, flight) in others)
        {
            if (await WaitAsync(version, flight, terms, cancellationToken).ConfigureAwait(false) is { } numbers)
            {
                outcomes[i] = numbers;
                version.Cache.InFlight(1);
            }
            else
            {
                again.Add(i);
            }
        }
        return again;
    }

    private async Task LeadAsync<TIn>(
        ServedVersion<TIn> version, IReadOnlyList<TIn> items, IReadOnlyList<Guid> contents, List<int> own, Outcome<float[]>[] outcomes, CallTerms terms, CancellationToken cancellationToken)
    {
        // Between the look into memory and the start of the flight another may have ended.
        own = [.. own.Where(i => (outcomes[i] = new Outcome<float[]>(memory.Find(version.Key(contents[i])), null)).Value is null)];
        var keeps = store is not null && (version.Entry.KeepsResults ?? version.SecondsAnItem >= keepAbove.TotalSeconds);
        if (keeps && own.Count > 0)
        {
            own = await FindAsync(version, contents, own, outcomes, cancellationToken).ConfigureAwait(false);
        }
        if (own.Count == 0)
        {
            return;
        }
        var ran = await version.RunAsync(own.Count == items.Count ? items : [.. own.Select(i => items[i])], terms, cancellationToken).ConfigureAwait(false);
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
            await KeepAsync(version, contents, own, outcomes).ConfigureAwait(false);
        }
    }

    private async Task<List<int>> FindAsync(ServedVersion version, IReadOnlyList<Guid> contents, List<int> own, Outcome<float[]>[] outcomes, CancellationToken cancellationToken)
    {
        try
        {
            var found = await store!.FindAsync(version.Entry.Name, version.Entry.Version, own.ConvertAll(i => contents[i]), cancellationToken).ConfigureAwait(false);
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
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Log.ResultsNotFound(logger, e, version.Entry.Name);
            return own;
        }
    }

    /// <summary>Not cancelled with its caller: what was paid for is kept.</summary>
    private async Task KeepAsync(ServedVersion version, IReadOnlyList<Guid> contents, List<int> own, Outcome<float[]>[] outcomes)
    {
        try
        {
            var results = own.Where(i => outcomes[i].Value is not null).Select(i => KeyValuePair.Create(contents[i], outcomes[i].Value!)).DistinctBy(r => r.Key).ToArray();
            await store!.KeepAsync(version.Entry.Name, version.Entry.Version, results, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            Log.ResultsNotKept(logger, e, version.Entry.Name);
        }
    }

    private async Task<float[]?> WaitAsync(ServedVersion version, Task<float[]?> flight, CallTerms terms, CancellationToken cancellationToken)
    {
        try
        {
            return await flight.WaitAsync(terms.Within ?? Timeout.InfiniteTimeSpan, clock, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            throw new ModelTimeoutException(version.Entry.Name, terms.Within!.Value);
        }
    }

    private CallTerms Left(CallTerms terms, long began, ServedVersion version)
    {
        if (terms.Within is not { } within)
        {
            return terms;
        }
        var left = within - clock.GetElapsedTime(began);
        return left > TimeSpan.Zero ? terms with { Within = left } : throw new ModelTimeoutException(version.Entry.Name, within);
    }
}
