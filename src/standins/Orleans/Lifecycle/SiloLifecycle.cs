using Microsoft.Extensions.Logging;

namespace Orleans.Runtime;

/// <summary>Starts stages upwards and stops them downwards; a stage's observers run together.</summary>
internal sealed partial class SiloLifecycle(ILogger<SiloLifecycle> log) : ISiloLifecycle
{
    private readonly Lock _gate = new();
    private readonly List<Subscription> _subscriptions = [];
    private int? _highestStarted;

    public IDisposable Subscribe(string observerName, int stage, ILifecycleObserver observer)
    {
        ArgumentNullException.ThrowIfNull(observer);
        var subscription = new Subscription(this, observerName, stage, observer);
        lock (_gate)
        {
            _subscriptions.Add(subscription);
        }

        return subscription;
    }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            foreach (var stage in Stages().OrderBy(stage => stage.Key))
            {
                cancellationToken.ThrowIfCancellationRequested();
                _highestStarted = stage.Key;
                await Task.WhenAll(stage.Select(subscription => subscription.StartAsync(cancellationToken))).ConfigureAwait(false);
            }
        }
        catch
        {
            await StopAsync(CancellationToken.None).ConfigureAwait(false);
            throw;
        }
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        foreach (var stage in Stages().Where(stage => stage.Key <= _highestStarted).OrderByDescending(stage => stage.Key))
        {
            await Task.WhenAll(stage.Select(subscription => StopOneAsync(subscription, cancellationToken))).ConfigureAwait(false);
        }

        _highestStarted = null;
    }

    private async Task StopOneAsync(Subscription subscription, CancellationToken cancellationToken)
    {
        try
        {
            await subscription.StopAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // One failing observer must not keep the others from stopping.
            LogStopFailed(exception, subscription.Name, subscription.Stage);
        }
    }

    private IGrouping<int, Subscription>[] Stages()
    {
        lock (_gate)
        {
            return [.. _subscriptions.GroupBy(subscription => subscription.Stage)];
        }
    }

    [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "{Observer} failed to stop (stage {Stage}).")]
    private partial void LogStopFailed(Exception exception, string observer, int stage);

    private sealed class Subscription(SiloLifecycle owner, string name, int stage, ILifecycleObserver observer) : IDisposable
    {
        public string Name => name;

        public int Stage => stage;

        public async Task StartAsync(CancellationToken cancellationToken) => await observer.OnStart(cancellationToken).ConfigureAwait(false);

        public async Task StopAsync(CancellationToken cancellationToken) => await observer.OnStop(cancellationToken).ConfigureAwait(false);

        public void Dispose()
        {
            lock (owner._gate)
            {
                owner._subscriptions.Remove(this);
            }
        }
    }
}
