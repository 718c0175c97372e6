using System.Numerics.Tensors;
using TrendGrains.Abstractions.ModelWorkers;
using TrendGrains.Inference.Batching;
using TrendGrains.Inference.Caching;
using TrendGrains.Inference.Catalog;
using TrendGrains.Inference.Versions;

namespace TrendGrains.Inference.Serving;

/// <summary>One version of a model, open and warm: its session and its queue, one of each in the process.</summary>
internal abstract class ServedVersion(ModelEntry entry, TimeProvider clock) : IAsyncDisposable
{
    private static int opened;

    private readonly int number = Interlocked.Increment(ref opened);

    public ModelEntry Entry => entry;

    /// <summary>What stands for the version where its results are kept.</summary>
    public string KeptAs { get; } = KeptResults.NameOf(entry);

    public string[] Labels { get; } = [.. entry.Labels];

    /// <summary>Whether its results are worth remembering. A row of features is run in less time than it takes to hash and to look it up, texts are not.</summary>
    public bool IsRemembered { get; } = entry.KeepsResults == true || entry.Features.Count == 0;

    public CacheFigures Cache { get; } = new(entry.Name, entry.Version);

    /// <summary>What became of its items lately.</summary>
    public ErrorWindow Errors { get; } = new(clock);

    public ShadowFigures Shadow { get; } = new(entry.Name, entry.Version);

    /// <summary>What its result for a content is known by.</summary>
    public ResultKey Key(Guid content) => new(content, number);

    /// <summary>Seconds that an item takes in a batch, lately.</summary>
    public abstract double SecondsAnItem { get; }

    /// <summary>Items that wait for a run.</summary>
    public abstract int Waiting { get; }

    public abstract QueueSnapshot Snapshot();

    public abstract ValueTask DisposeAsync();
}

/// <inheritdoc/>
internal abstract class ServedVersion<TIn>(ModelEntry entry, TimeProvider clock) : ServedVersion(entry, clock)
{
    /// <summary>For each item, in order, its numbers or why it has none.</summary>
    /// <inheritdoc cref="BatchingQueue{TIn, TOut}.TryRunAsync" path="/exception"/>
    public abstract Task<Outcome<float[]>[]> RunAsync(IReadOnlyList<TIn> items, CallTerms terms, CancellationToken cancellationToken);
}

/// <inheritdoc/>
internal sealed class ServedVersion<TIn, TReady> : ServedVersion<TIn>
{
    /// <summary>Letters that may be cut into tokens within a grain's turn: well under a millisecond.</summary>
    private const int ShortText = 4096;

    private readonly IBatchModel<TIn, TReady> model;
    private readonly BatchingQueue<TReady, float[]> queue;

    public ServedVersion(ModelEntry entry, IBatchModel<TIn, TReady> model, BatchingOptions options, ModelThreads threads, TimeProvider clock)
        : base(entry, clock)
    {
        this.model = model;
        try
        {
            model.Run([.. model.WarmUp().Select(model.Ready)]);
            queue = new BatchingQueue<TReady, float[]>(entry.Name, (batch, unwanted) => model.Run(batch, unwanted), options, clock, threads, model.Length, entry.Version);
        }
        catch
        {
            model.Dispose();
            throw;
        }
    }

    public override double SecondsAnItem => queue.SecondsAnItem;

    public override int Waiting => queue.Depth;

    public override async Task<Outcome<float[]>[]> RunAsync(IReadOnlyList<TIn> items, CallTerms terms, CancellationToken cancellationToken)
    {
        var ready = IsShort(items) ? MakeReady(items) : await Task.Run(() => MakeReady(items), cancellationToken).ConfigureAwait(false);
        var good = Good(ready);
        var results = await queue.TryRunAsync(good, terms, cancellationToken).ConfigureAwait(false);
        for (var i = 0; i < results.Length; i++)
        {
            results[i] = Checked(results[i]);
        }
        if (good.Length == ready.Length)
        {
            return results;
        }
        var next = 0;
        return Array.ConvertAll(ready, r => r.Fault is { } fault ? new Outcome<float[]>(null, fault) { IsOfItem = true } : results[next++]);
    }

    public override QueueSnapshot Snapshot() => queue.Snapshot();

    public override async ValueTask DisposeAsync()
    {
        await queue.DisposeAsync().ConfigureAwait(false);
        model.Dispose();
    }

    private Outcome<TReady>[] MakeReady(IReadOnlyList<TIn> items)
    {
        var ready = new Outcome<TReady>[items.Count];
        for (var i = 0; i < ready.Length; i++)
        {
            try
            {
                ready[i] = model.Ready(items[i]);
            }
            catch (Exception e)
            {
                ready[i] = new Outcome<TReady>(default, e);
            }
        }
        return ready;
    }

    private static TReady[] Good(Outcome<TReady>[] ready)
    {
        var good = new TReady[ready.Length];
        var count = 0;
        foreach (var item in ready)
        {
            if (item.Fault is null)
            {
                good[count++] = item.Value!;
            }
        }
        return count == good.Length ? good : good[..count];
    }

    private static bool IsShort(IReadOnlyList<TIn> items)
    {
        var letters = 0L;
        for (var i = 0; i < items.Count; i++)
        {
            letters += items[i] is string text ? text.Length : 0;
        }
        return letters <= ShortText;
    }

    /// <summary>A result that is none, or no number, is the item's fault like any other.</summary>
    private Outcome<float[]> Checked(Outcome<float[]> outcome) =>
        outcome.Fault is null && (outcome.Value is not { } numbers || !float.IsFinite(TensorPrimitives.Sum<float>(numbers)))
            ? new Outcome<float[]>(null, new InvalidOperationException($"Model '{Entry.Name}' version {Entry.Version} gave a result that is no number."))
            : outcome;
}
