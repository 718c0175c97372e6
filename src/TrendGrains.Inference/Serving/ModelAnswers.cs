using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using TrendGrains.Abstractions.ModelWorkers;
using TrendGrains.Inference.Batching;
using TrendGrains.Inference.Caching;
using TrendGrains.Inference.Catalog;
using TrendGrains.Inference.Versions;

namespace TrendGrains.Inference.Serving;

/// <summary>Asks the version of a model that is to answer: the live one, for a part of the items one on trial, and in its shadow another.</summary>
/// <param name="versionsOf">Asked at each call: without a catalog there are none yet.</param>
/// <param name="known">Null where results are not remembered.</param>
internal sealed class ModelAnswers(Func<ModelVersions> versionsOf, OpenModels models, KnownResults? known, RollbackRule rule, TimeProvider clock, ILogger logger)
{
    /// <summary>Items that may wait for a version in the shadow: it is compared on what it can keep up with.</summary>
    private const int MostInShadow = 1024;

    /// <summary>Letters whose hash would hold up a grain's turn.</summary>
    private const int LongText = 1 << 18;

    private static readonly TimeSpan betweenDecisions = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<(string Model, string Version), long> decided = new();

    private ModelVersions Versions => versionsOf();

    /// <param name="input">What callers bring, for the message that refuses them.</param>
    /// <exception cref="ArgumentException">No such model, or it takes something else.</exception>
    /// <exception cref="ModelUnavailableException">It cannot be opened.</exception>
    /// <inheritdoc cref="ServedVersion{TIn}.RunAsync" path="/exception"/>
    public async Task<Answer> AskAsync<TIn>(
        string model, string input, Action<ModelEntry> check, IReadOnlyList<TIn> items, Func<TIn, Guid> hash, CallTerms terms, CancellationToken cancellationToken)
    {
        var (standing, entry) = Stand(model);
        check(entry);
        var live = await OpenLiveAsync<TIn>(standing, entry, input, cancellationToken).ConfigureAwait(false);
        if ((known is null || !live.IsRemembered) && standing.Trial is null)
        {
            return new Answer(live, Count(live, standing, await live.RunAsync(items, terms, cancellationToken).ConfigureAwait(false)), null);
        }
        var contents = IsLong(items)
            ? await Task.Run(() => Hash(items, hash), cancellationToken).ConfigureAwait(false)
            : Hash(items, hash);
        if (standing.Trial is { } trial && await OpenTrialAsync<TIn>(standing, trial, cancellationToken).ConfigureAwait(false) is { } other)
        {
            return trial.Kind == TrialKind.Canary
                ? await CanaryAsync(standing, live, other, trial, items, contents, terms, cancellationToken).ConfigureAwait(false)
                : await ShadowAsync(standing, live, other, items, contents, terms, cancellationToken).ConfigureAwait(false);
        }
        return new Answer(live, Count(live, standing, await RunAsync(live, items, contents, terms, cancellationToken).ConfigureAwait(false)), null);
    }

    private static Guid[] Hash<TIn>(IReadOnlyList<TIn> items, Func<TIn, Guid> hash)
    {
        var contents = new Guid[items.Count];
        for (var i = 0; i < contents.Length; i++)
        {
            contents[i] = hash(items[i]);
        }
        return contents;
    }

    private static bool IsLong<TIn>(IReadOnlyList<TIn> items)
    {
        var letters = 0L;
        for (var i = 0; i < items.Count; i++)
        {
            letters += items[i] is string text ? text.Length : 0;
        }
        return letters > LongText;
    }

    private async Task<Answer> CanaryAsync<TIn>(
        ModelStanding standing, ServedVersion<TIn> live, ServedVersion<TIn> canary, VersionTrial trial, IReadOnlyList<TIn> items, Guid[] contents, CallTerms terms, CancellationToken cancellationToken)
    {
        var outcomes = new Outcome<float[]>[items.Count];
        var versionOf = new string[items.Count];
        var taken = Enumerable.Range(0, items.Count).Where(i => CanaryShare.Takes(trial.Version, contents[i], trial.Percent)).ToArray();
        try
        {
            var tried = taken.Length == 0 ? [] : await RunAsync(canary, Pick(items, taken), Pick(contents, taken), terms, cancellationToken).ConfigureAwait(false);
            for (var i = 0; i < taken.Length; i++)
            {
                (outcomes[taken[i]], versionOf[taken[i]]) = (tried[i], canary.Entry.Version);
            }
            Count(canary, standing, tried);
        }
        catch (ModelBusyException)
        {
            // What the canary has no room for, the live version answers.
        }
        var left = Enumerable.Range(0, items.Count).Where(i => outcomes[i].Value is null).ToArray();
        var rest = left.Length == 0 ? [] : await RunAsync(live, Pick(items, left), Pick(contents, left), terms, cancellationToken).ConfigureAwait(false);
        for (var i = 0; i < left.Length; i++)
        {
            (outcomes[left[i]], versionOf[left[i]]) = (rest[i], live.Entry.Version);
        }
        Count(live, standing, rest);
        return new Answer(live, outcomes, versionOf);
    }

    private async Task<Answer> ShadowAsync<TIn>(
        ModelStanding standing, ServedVersion<TIn> live, ServedVersion<TIn> shadow, IReadOnlyList<TIn> items, Guid[] contents, CallTerms terms, CancellationToken cancellationToken)
    {
        var outcomes = Count(live, standing, await RunAsync(live, items, contents, terms, cancellationToken).ConfigureAwait(false));
        if (shadow.Waiting + items.Count <= MostInShadow)
        {
            // Nobody waits for it.
            _ = CompareAsync(standing, shadow, items, contents, outcomes);
        }
        return new Answer(live, outcomes, null);
    }

    private async Task CompareAsync<TIn>(ModelStanding standing, ServedVersion<TIn> shadow, IReadOnlyList<TIn> items, Guid[] contents, Outcome<float[]>[] outcomes)
    {
        try
        {
            var answers = Count(shadow, standing, await RunAsync(shadow, items, contents, CallTerms.Bulk, CancellationToken.None).ConfigureAwait(false));
            for (var i = 0; i < answers.Length; i++)
            {
                if (outcomes[i].Value is { } numbers)
                {
                    shadow.Shadow.Compare(numbers, answers[i].Value, shadow.Entry.Dimension > 0);
                }
            }
        }
        catch (Exception e) when (e is ModelBusyException or ModelTimeoutException or ObjectDisposedException)
        {
            // It is compared on what it has time for.
        }
    }

    private Task<Outcome<float[]>[]> RunAsync<TIn>(ServedVersion<TIn> version, IReadOnlyList<TIn> items, Guid[] contents, CallTerms terms, CancellationToken cancellationToken) =>
        known is null || !version.IsRemembered ? version.RunAsync(items, terms, cancellationToken) : known.RunAsync(version, items, contents, terms, cancellationToken);

    private StandingModel Stand(string model) => Versions.Stand(model)
        ?? throw new ArgumentException($"There is no model '{model}'; there are: {string.Join(", ", Versions.Live.Select(m => m.Name))}.", nameof(model));

    private ModelEntry Entry(ModelStanding standing, string version) => Versions.Find(standing.Model, version)!;

    /// <summary>The live version; where it cannot be opened and another served before, that one again.</summary>
    private async Task<ServedVersion<TIn>> OpenLiveAsync<TIn>(ModelStanding standing, ModelEntry entry, string input, CancellationToken cancellationToken)
    {
        ServedVersion served;
        try
        {
            served = await models.OpenAsync(entry, cancellationToken).ConfigureAwait(false);
        }
        catch (ModelUnavailableException e) when (standing.Earlier is [var earlier, ..])
        {
            served = await models.OpenAsync(Entry(standing, earlier), cancellationToken).ConfigureAwait(false);
            GoBack(standing, standing.Live, e.Reason);
        }
        return served as ServedVersion<TIn> ?? throw new ArgumentException($"Model '{standing.Model}' takes no {input}.", nameof(input));
    }

    private async Task<ServedVersion<TIn>?> OpenTrialAsync<TIn>(ModelStanding standing, VersionTrial trial, CancellationToken cancellationToken)
    {
        try
        {
            return await models.OpenAsync(Entry(standing, trial.Version), cancellationToken).ConfigureAwait(false) as ServedVersion<TIn>;
        }
        catch (ModelUnavailableException e)
        {
            EndTrial(standing, trial.Version, e.Reason);
            return null;
        }
    }

    /// <summary>Keeps account of what failed, and lets a version go that fails too often.</summary>
    private Outcome<float[]>[] Count(ServedVersion version, ModelStanding standing, Outcome<float[]>[] outcomes)
    {
        var failed = 0;
        foreach (var outcome in outcomes)
        {
            failed += outcome.Fault is null ? 0 : 1;
        }
        version.Errors.Add(outcomes.Length, failed);
        if (failed > 0)
        {
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
        return outcomes;
    }

    private void GoBack(ModelStanding standing, string from, string why) => Decide(standing, from, async () =>
    {
        if ((await Versions.RollBackAsync(standing.Model, from, why, CancellationToken.None).ConfigureAwait(false)).Live is var to && to != from)
        {
            Log.RolledBack(logger, standing.Model, from, to, why);
        }
    });

    private void EndTrial(ModelStanding standing, string version, string why) => Decide(standing, version, async () =>
    {
        await Versions.EndTrialAsync(standing.Model, version, why, CancellationToken.None).ConfigureAwait(false);
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

    private static T[] Pick<T>(IReadOnlyList<T> items, int[] places) => Array.ConvertAll(places, i => items[i]);
}

/// <summary>What became of each item of a call.</summary>
/// <param name="Live">The version that answered, unless <paramref name="VersionOf"/> says otherwise for an item.</param>
internal sealed record Answer(ServedVersion Live, Outcome<float[]>[] Outcomes, string[]? VersionOf);
