using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace Orleans.Runtime;

/// <summary>Everything one host has: the grain classes, the catalog of activations, and the clocks that watch them.</summary>
internal sealed class Silo : IDisposable
{
    private readonly ConcurrentDictionary<GrainId, GrainTarget> _catalog = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly TimeSpan _interval;
    private readonly GrainCollectionOptions _collection;
    private ITimer? _watch;
    private ITimer? _collector;
    private volatile bool _open;

    public Silo(IServiceProvider services, TimeProvider time, IOptions<SiloMessagingOptions> messaging, IOptions<GrainCollectionOptions> collection, ILogger<Silo> logger)
    {
        Services = services;
        Time = time;
        Clock = new CoarseClock(time);
        ResponseTimeout = messaging.Value.ResponseTimeout;
        _collection = collection.Value;

        // A twentieth of the time-out: a caller waits at most a tenth longer than asked.
        _interval = TimeSpan.FromMilliseconds(Math.Clamp(ResponseTimeout.TotalMilliseconds / 20, 10, 500));
        Log = new SiloLog(logger);
        Types = GrainTypes.Discover();
        Factory = new GrainFactory(this);
        Reminders = new Reminders(this);
    }

    public IServiceProvider Services { get; }

    public TimeProvider Time { get; }

    public CoarseClock Clock { get; }

    public TimeSpan ResponseTimeout { get; }

    public TimeSpan DeactivationTimeout { get; } = TimeSpan.FromSeconds(30);

    public SiloLog Log { get; }

    public GrainTypes Types { get; }

    public GrainFactory Factory { get; }

    public Reminders Reminders { get; }

    /// <summary>Signalled when the silo begins to stop.</summary>
    public CancellationToken Stopping => _stopping.Token;

    public IEnumerable<KeyValuePair<GrainId, GrainTarget>> Catalog => _catalog;

    public void Participate(ISiloLifecycle lifecycle)
    {
        lifecycle.Subscribe(nameof(Silo), ServiceLifecycleStage.RuntimeInitialize, OpenAsync, CloseAsync);
        lifecycle.Subscribe("Grains", ServiceLifecycleStage.BecomeActive - 1, _ => Task.CompletedTask, DeactivateAllAsync);
        Reminders.Participate(lifecycle);
    }

    /// <summary>Hands the message to the target of that id, made if there is none; the target is the answer.</summary>
    public GrainTarget? Dispatch(GrainId id, GrainClass grainClass, Message message)
    {
        while (true)
        {
            if (!_catalog.TryGetValue(id, out var target))
            {
                if (!_open || _stopping.IsCancellationRequested)
                {
                    message.Fail(new OrleansException(_open
                        ? $"The silo is stopping and no longer activates {id}."
                        : $"The silo is not running, so {id} cannot be called."));
                    return null;
                }

                target = _catalog.GetOrAdd(
                    id,
                    static (id, made) => made.grainClass.MaxLocalWorkers > 0
                        ? new StatelessWorkers(made.silo, made.grainClass, id)
                        : new Activation(made.silo, made.grainClass, id),
                    (silo: this, grainClass));
            }

            if (target.TryPost(message))
            {
                return target;
            }

            // It ended between the look-up and the post; its successor is ours to make.
            Forget(id, target);
        }
    }

    public void Forget(GrainId id, GrainTarget target) => _catalog.TryRemove(new(id, target));

    /// <summary>Never early: the message may have been sent one interval after the reading it carries.</summary>
    public bool IsExpired(Message message, long now) =>
        !message.Has(MessageOptions.Unlimited) && Time.GetElapsedTime(message.Sent, now) >= ResponseTimeout + _interval;

    public void Dispose()
    {
        _watch?.Dispose();
        _collector?.Dispose();
        _stopping.Dispose();
    }

    private Task OpenAsync(CancellationToken cancellationToken)
    {
        _watch = Time.CreateTimer(_ => Watch(), null, _interval, _interval);
        _collector = Time.CreateTimer(_ => Collect(), null, _collection.CollectionQuantum, _collection.CollectionQuantum);
        Clock.Refresh();
        _open = true;
        return Task.CompletedTask;
    }

    private Task CloseAsync(CancellationToken cancellationToken)
    {
        _open = false;
        _watch?.Dispose();
        return Task.CompletedTask;
    }

    private async Task DeactivateAllAsync(CancellationToken cancellationToken)
    {
        _collector?.Dispose();
        await _stopping.CancelAsync().ConfigureAwait(false);
        var reason = new DeactivationReason(DeactivationReasonCode.ShuttingDown, "The silo is stopping.");
        await Task.WhenAll(_catalog.Values.Select(target => target.DeactivateAsync(reason))).WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    private void Watch()
    {
        var now = Clock.Refresh();
        foreach (var (_, target) in _catalog)
        {
            target.ExpireRequests(now);
        }
    }

    private void Collect()
    {
        var now = Time.GetTimestamp();
        foreach (var (_, target) in _catalog)
        {
            target.CollectIdle(now, _collection.CollectionAge);
        }
    }
}
