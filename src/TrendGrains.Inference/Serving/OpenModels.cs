using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using TrendGrains.Abstractions.ModelWorkers;
using TrendGrains.Inference.Catalog;

namespace TrendGrains.Inference.Serving;

/// <summary>The versions that this process serves, each opened and warmed by its first call. One that cannot be opened is tried again, ever more seldom.</summary>
/// <param name="open">Opens what an entry describes; whatever it throws is why the version cannot be opened.</param>
internal sealed class OpenModels(Func<ModelEntry, ServedVersion> open, TimeProvider clock, ILogger logger) : IAsyncDisposable
{
    private static readonly TimeSpan shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan longest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan unused = TimeSpan.FromMinutes(5);

    private readonly Lock gate = new();
    private Task closing = Task.CompletedTask;

    private readonly ConcurrentDictionary<(string Model, string Version), Opening> openings = new();
    private volatile bool disposed;

    /// <summary>Those that are open.</summary>
    public IEnumerable<ServedVersion> Served => openings.Values.Select(o => o.Served).OfType<ServedVersion>();

    /// <summary>Those that could not be opened lately.</summary>
    public IEnumerable<ModelUnavailableException> Unavailable => openings.Values.Select(o => o.Failure).OfType<ModelUnavailableException>();

    /// <exception cref="ModelUnavailableException">It cannot be opened, or could not be a moment ago.</exception>
    public Task<ServedVersion> OpenAsync(ModelEntry entry, CancellationToken cancellationToken)
    {
        while (true)
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            var opening = openings.GetOrAdd((entry.Name, entry.Version), _ => new Opening(this, clock, logger));
            if (opening.OpenAsync(entry, cancellationToken) is { } served)
            {
                return served;
            }
            // It was closed between the two; another takes its place.
            openings.TryRemove(KeyValuePair.Create((entry.Name, entry.Version), opening));
        }
    }

    /// <summary>Closes the versions that nobody wants any more, once nothing was asked of them for some minutes.</summary>
    public void CloseUnused(Func<string, string, bool> isWanted)
    {
        foreach (var (key, opening) in openings)
        {
            if (!isWanted(key.Model, key.Version) && opening.TryClose(unused))
            {
                openings.TryRemove(KeyValuePair.Create(key, opening));
                lock (gate)
                {
                    closing = Task.WhenAll(closing, CloseAsync(key.Model, key.Version, opening));
                }
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        disposed = true;
        foreach (var opening in openings.Values)
        {
            await opening.DisposeAsync().ConfigureAwait(false);
        }
        openings.Clear();
        Task last;
        lock (gate)
        {
            last = closing;
        }
        await last.ConfigureAwait(false);
    }

    private async Task CloseAsync(string model, string version, Opening opening)
    {
        await Task.Yield();
        try
        {
            await opening.DisposeAsync().ConfigureAwait(false);
            Log.ModelClosed(logger, model, version);
        }
        catch (Exception e)
        {
            Log.ModelNotClosed(logger, e, model, version);
        }
    }

    private ServedVersion Open(ModelEntry entry)
    {
        var began = clock.GetTimestamp();
        var served = open(entry);
        Log.ModelOpened(logger, entry.Name, entry.Version, clock.GetElapsedTime(began).TotalMilliseconds);
        return served;
    }

    private sealed class Opening(OpenModels models, TimeProvider clock, ILogger logger) : IAsyncDisposable
    {
        private readonly Lock gate = new();
        private Task<ServedVersion>? attempt;
        private long failedAt;
        private long askedAt;
        private bool isClosed;
        private int failures;

        public ServedVersion? Served => attempt is { IsCompletedSuccessfully: true } open ? open.GetAwaiter().GetResult() : null;

        public ModelUnavailableException? Failure { get; private set; }

        /// <summary>Null when it was closed.</summary>
        public Task<ServedVersion>? OpenAsync(ModelEntry entry, CancellationToken cancellationToken)
        {
            lock (gate)
            {
                if (isClosed)
                {
                    return null;
                }
                askedAt = clock.GetTimestamp();
                if (attempt is null || (attempt.IsFaulted && clock.GetElapsedTime(failedAt) >= Failure!.RetryAfter))
                {
                    attempt = Task.Run(() => Try(entry), CancellationToken.None);
                }
                return attempt.IsCompleted ? attempt : attempt.WaitAsync(cancellationToken);
            }
        }

        /// <summary>Whether it is to be disposed now: it is open, nothing waits for it, and nobody asked for it that long.</summary>
        public bool TryClose(TimeSpan unasked)
        {
            lock (gate)
            {
                if (isClosed || Served is not { Waiting: 0 } || clock.GetElapsedTime(askedAt) < unasked)
                {
                    return false;
                }
                return isClosed = true;
            }
        }

        public async ValueTask DisposeAsync()
        {
            try
            {
                if (attempt is not null)
                {
                    await (await attempt.ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
                }
            }
            catch (ModelUnavailableException)
            {
                // Whoever asked for the model has been told.
            }
        }

        private ServedVersion Try(ModelEntry entry)
        {
            try
            {
                var served = models.Open(entry);
                (failures, Failure) = (0, null);
                return served;
            }
            catch (Exception e)
            {
                var wait = TimeSpan.FromSeconds(Math.Min(longest.TotalSeconds, shortest.TotalSeconds * Math.Pow(2, failures)));
                (failures, failedAt) = (failures + 1, clock.GetTimestamp());
                Failure = new ModelUnavailableException(entry.Name, entry.Version, e.Message, wait, e);
                Log.ModelNotOpened(logger, e, entry.Name);
                throw Failure;
            }
        }
    }
}
