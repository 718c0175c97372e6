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

    /// <summary>How long a canary may take where the caller sets no bound.</summary>
    private static readonly TimeSpan canaryPatience = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan betweenLooks = TimeSpan.FromMinutes(1);

    private readonly VersionAccounts accounts = new(versionsOf, models, rule, clock, logger);

    private long lookedAt = clock.GetTimestamp();

    private ModelVersions Versions => versionsOf();

    /// <param name="input">What callers bring, for the message that refuses them.</param>
    /// <exception cref="ArgumentException">No such model, or it takes something else.</exception>
    /// <exception cref="ModelUnavailableException">It cannot be opened.</exception>
    /// <inheritdoc cref="ServedVersion{TIn}.RunAsync" path="/exception"/>
    public async Task<Answer> AskAsync<TIn>(
        string model, string input, Action<ModelEntry> check, IReadOnlyList<TIn> items, Func<TIn, Guid> hash, CallTerms terms, CancellationToken cancellationToken)
    {
        var due = new Deadline(model, terms, clock);
        var (standing, entry) = Stand(model);
        check(entry);
        CloseUnused();
        var live = await due.KeepAsync(OpenLiveAsync<TIn>(standing, entry, input, cancellationToken), cancellationToken).ConfigureAwait(false);
        if ((known is null || !live.IsRemembered) && standing.Trial is null)
        {
            return new Answer(live, await AnswerAsync(live, standing, items, null, due, cancellationToken).ConfigureAwait(false), null);
        }
        var contents = IsLong(items)
            ? await due.KeepAsync(Task.Run(() => Hash(items, hash), cancellationToken), cancellationToken).ConfigureAwait(false)
            : Hash(items, hash);
        if (standing.Trial is { } trial && await OpenTrialAsync<TIn>(standing, trial, due, cancellationToken).ConfigureAwait(false) is { } other)
        {
            return trial.Kind == TrialKind.Canary
                ? await CanaryAsync(standing, live, other, trial, items, contents, due, cancellationToken).ConfigureAwait(false)
                : await ShadowAsync(standing, live, other, items, contents, due, cancellationToken).ConfigureAwait(false);
        }
        return new Answer(live, await AnswerAsync(live, standing, items, contents, due, cancellationToken).ConfigureAwait(false), null);
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
        ModelStanding standing, ServedVersion<TIn> live, ServedVersion<TIn> canary, VersionTrial trial, IReadOnlyList<TIn> items, Guid[] contents, Deadline due, CancellationToken cancellationToken)
    {
        var outcomes = new Outcome<float[]>[items.Count];
        var versionOf = new string[items.Count];
        var byShare = Enumerable.Range(0, items.Count).ToLookup(i => CanaryShare.Takes(trial.Version, contents[i], trial.Percent));
        var taken = byShare[true].ToArray();
        var trying = TryAsync(standing, canary, Pick(items, taken), Pick(contents, taken), due, cancellationToken);
        await LiveAsync([.. byShare[false]]).ConfigureAwait(false);
        var tried = await trying.ConfigureAwait(false);
        for (var i = 0; i < tried.Length; i++)
        {
            (outcomes[taken[i]], versionOf[taken[i]]) = (tried[i], canary.Entry.Version);
        }
        await LiveAsync([.. taken.Where(i => outcomes[i].Value is null)]).ConfigureAwait(false);
        // An item that the canary would not take and the live version did is the canary's failure; one that neither takes is the item's own.
        accounts.Count(canary, standing, [.. tried.Select((t, i) => t.IsOfItem && outcomes[taken[i]].Value is not null ? t with { IsOfItem = false } : t)]);
        return new Answer(live, outcomes, versionOf);

        async Task LiveAsync(int[] places)
        {
            var answers = places.Length == 0
                ? []
                : await AnswerAsync(live, standing, Pick(items, places), Pick(contents, places), due, cancellationToken).ConfigureAwait(false);
            for (var i = 0; i < answers.Length; i++)
            {
                (outcomes[places[i]], versionOf[places[i]]) = (answers[i], live.Entry.Version);
            }
        }
    }

    /// <summary>What a trial makes of its items, or nothing: whatever becomes of it, the live version has time left to answer.</summary>
    private async Task<Outcome<float[]>[]> TryAsync<TIn>(
        ModelStanding standing, ServedVersion<TIn> canary, TIn[] items, Guid[] contents, Deadline due, CancellationToken cancellationToken)
    {
        try
        {
            return items.Length == 0 ? [] : await RunAsync(canary, items, contents, due.Half(canaryPatience), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is ModelBusyException or ObjectDisposedException)
        {
            // What the canary has no room for tells nothing about it.
            return [];
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            accounts.Count(canary, standing, items.Length, items.Length);
            return [];
        }
    }

    private async Task<Answer> ShadowAsync<TIn>(
        ModelStanding standing, ServedVersion<TIn> live, ServedVersion<TIn> shadow, IReadOnlyList<TIn> items, Guid[] contents, Deadline due, CancellationToken cancellationToken)
    {
        var outcomes = await AnswerAsync(live, standing, items, contents, due, cancellationToken).ConfigureAwait(false);
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
            var answers = accounts.Count(shadow, standing, await RunAsync(shadow, items, contents, CallTerms.Bulk, CancellationToken.None).ConfigureAwait(false));
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

    /// <param name="contents">Null where results of this version are not remembered.</param>
    private async Task<Outcome<float[]>[]> AnswerAsync<TIn>(
        ServedVersion<TIn> live, ModelStanding standing, IReadOnlyList<TIn> items, Guid[]? contents, Deadline due, CancellationToken cancellationToken)
    {
        var (terms, began) = (due.Left(), clock.GetTimestamp());
        try
        {
            return accounts.Count(live, standing, await RunAsync(live, items, contents, terms, cancellationToken).ConfigureAwait(false));
        }
        catch (ModelTimeoutException)
        {
            accounts.TooLate(live, standing, items.Count, began);
            throw;
        }
    }

    private Task<Outcome<float[]>[]> RunAsync<TIn>(ServedVersion<TIn> version, IReadOnlyList<TIn> items, Guid[]? contents, CallTerms terms, CancellationToken cancellationToken) =>
        known is null || contents is null || !version.IsRemembered
            ? version.RunAsync(items, terms, cancellationToken)
            : known.RunAsync(version, items, contents, terms, cancellationToken);

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
            accounts.GoBack(standing, standing.Live, e.Reason);
        }
        return served as ServedVersion<TIn> ?? throw new ArgumentException($"Model '{standing.Model}' takes no {input}.", nameof(input));
    }

    /// <summary>Null where the trial has no version to ask now: nobody waits longer than half of the time for one to open.</summary>
    private async Task<ServedVersion<TIn>?> OpenTrialAsync<TIn>(ModelStanding standing, VersionTrial trial, Deadline due, CancellationToken cancellationToken)
    {
        try
        {
            var half = new Deadline(standing.Model, due.Half(canaryPatience), clock);
            return await half.KeepAsync(models.OpenAsync(Entry(standing, trial.Version), cancellationToken), cancellationToken).ConfigureAwait(false) as ServedVersion<TIn>;
        }
        catch (ModelTimeoutException)
        {
            return null;
        }
        catch (ModelUnavailableException e)
        {
            accounts.EndTrial(standing, trial.Version, e.Reason);
            return null;
        }
    }

    /// <summary>A version that is neither live nor on trial nor what a rollback goes to needs no session and no memory.</summary>
    private void CloseUnused()
    {
        var (now, last) = (clock.GetTimestamp(), Volatile.Read(ref lookedAt));
        if (clock.GetElapsedTime(last, now) >= betweenLooks && Interlocked.CompareExchange(ref lookedAt, now, last) == last)
        {
            models.CloseUnused((model, version) => Versions.Of(model) is { } standing
                && (standing.Live == version || standing.Trial?.Version == version || (standing.Earlier is [var earlier, ..] && earlier == version)));
        }
    }

    private static T[] Pick<T>(IReadOnlyList<T> items, int[] places) => Array.ConvertAll(places, i => items[i]);
}

/// <summary>What became of each item of a call.</summary>
/// <param name="Live">The version that answered, unless <paramref name="VersionOf"/> says otherwise for an item.</param>
internal sealed record Answer(ServedVersion Live, Outcome<float[]>[] Outcomes, string[]? VersionOf);
