using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;

namespace Orleans.Runtime;

/// <summary>How an activation begins, grows old and ends.</summary>
internal sealed partial class Activation
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly HashSet<IDisposable> _attached = [];
    private AsyncServiceScope? _scope;
    private DeactivationReason? _reason;
    private long _lastUsed;
    private long _delayedUntil = long.MinValue;

    private bool IsEnding => _reason is not null;

    /// <summary>Asks for the end: running requests finish first, waiting ones go to the next activation.</summary>
    public void Deactivate(DeactivationReason reason)
    {
        lock (_gate)
        {
            if (IsEnding || _state == ActivationState.Ended)
            {
                return;
            }

            _reason = reason;
            if (_state == ActivationState.New && _waiting.Count == 0)
            {
                _state = ActivationState.Ended;
            }
            else if (!_scheduled && HasWork())
            {
                _scheduled = true;
                ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
            }
        }

        DisposeAttached();
        if (_state == ActivationState.Ended)
        {
            Leave();
        }
    }

    /// <summary>A request failed: when it was because this activation's state was behind, the activation ends.</summary>
    public void Blame(Exception exception)
    {
        if (exception is InconsistentStateException { IsSourceActivation: true } conflict)
        {
            conflict.IsSourceActivation = false;
            Deactivate(new(DeactivationReasonCode.ApplicationError, conflict, "The state of this activation was behind the stored one."));
        }
    }

    public override Task DeactivateAsync(DeactivationReason reason)
    {
        Deactivate(reason);
        return _ended.Task;
    }

    public void DelayDeactivation(TimeSpan span)
    {
        var now = Silo.Time.GetTimestamp();
        var ticks = span.TotalSeconds * Silo.Time.TimestampFrequency;
        _delayedUntil = span < TimeSpan.Zero ? long.MinValue : ticks >= long.MaxValue - (double)now ? long.MaxValue : now + (long)ticks;
    }

    public override void CollectIdle(long now, TimeSpan age)
    {
        lock (_gate)
        {
            if (_state != ActivationState.Valid || !IsFree || now < _delayedUntil || Silo.Time.GetElapsedTime(_lastUsed, now) < age)
            {
                return;
            }
        }

        Deactivate(new(DeactivationReasonCode.ActivationIdle, $"Not used for {age}."));
    }

    public override void ExpireRequests(long now)
    {
        List<Message>? expired = null;
        lock (_gate)
        {
            if (IsFree)
            {
                return;
            }

            Message? previous = null;
            for (var message = _waiting.Head; message is not null;)
            {
                var next = message.Next;
                if (Silo.IsExpired(message, now))
                {
                    _waiting.Remove(message, previous);
                    _waitingInterleaved -= message.Has(MessageOptions.AlwaysInterleave) ? 1 : 0;
                    (expired ??= []).Add(message);
                }
                else
                {
                    previous = message;
                }

                message = next;
            }

            foreach (var message in _running)
            {
                if (Silo.IsExpired(message, now) && !message.IsAnswered)
                {
                    (expired ??= []).Add(message);
                }
            }
        }

        foreach (var message in expired ?? [])
        {
            message.Fail(new TimeoutException($"Response did not arrive on time in {Silo.ResponseTimeout} for {message} to {GrainId}."));
        }
    }

    public override int CountActivations() => _state is ActivationState.Ended ? 0 : 1;

    /// <summary>A timer or an open stream: disposed when the activation begins to end.</summary>
    public void Attach(IDisposable part)
    {
        lock (_attached)
        {
            _attached.Add(part);
        }
    }

    public void Detach(IDisposable part)
    {
        lock (_attached)
        {
            _attached.Remove(part);
        }
    }

    private async Task ActivateAsync()
    {
        try
        {
            _scope = Silo.Services.CreateAsyncScope();
            Instance = Class.Construct(this, out var states);
            if (states.Length > 0)
            {
                await Task.WhenAll(states.Select(state => state.ReadStateAsync()));
            }

            await Instance.OnActivateAsync(Silo.Stopping);
            lock (_gate)
            {
                _state = ActivationState.Valid;
            }
        }
        catch (Exception exception)
        {
            Silo.Log.ActivationFailed(exception, GrainId.ToString());
            await FailAsync(exception);
        }
    }

    private async Task FailAsync(Exception exception)
    {
        List<Message> waiting;
        lock (_gate)
        {
            _reason = new(DeactivationReasonCode.ActivationFailed, exception, "OnActivateAsync failed.");
            _state = ActivationState.Ended;
            waiting = _waiting.TakeAll();
        }

        Leave();
        foreach (var message in waiting)
        {
            message.Fail(exception);
        }

        await DisposeInstanceAsync();
    }

    private async Task EndAsync()
    {
        try
        {
            using var limit = new CancellationTokenSource(Silo.DeactivationTimeout, Silo.Time);
            await Instance!.OnDeactivateAsync(_reason!.Value, limit.Token);
        }
        catch (Exception exception)
        {
            Silo.Log.DeactivationFailed(exception, GrainId.ToString());
        }

        await DisposeInstanceAsync();
        List<Message> waiting;
        lock (_gate)
        {
            _state = ActivationState.Ended;
            waiting = _waiting.TakeAll();
        }

        Leave();
        foreach (var message in waiting)
        {
            if (!message.Has(MessageOptions.LocalOnly))
            {
                Silo.Dispatch(GrainId, Class, message);
            }
        }
    }

    private async Task DisposeInstanceAsync()
    {
        DisposeAttached();
        try
        {
            switch (Instance)
            {
                case IAsyncDisposable disposable:
                    await disposable.DisposeAsync();
                    break;
                case IDisposable disposable:
                    disposable.Dispose();
                    break;
            }

            if (_scope is { } scope)
            {
                await scope.DisposeAsync();
            }
        }
        catch (Exception exception)
        {
            Silo.Log.DeactivationFailed(exception, GrainId.ToString());
        }

        Instance = null;
    }

    /// <summary>From now on the catalog makes a new activation for this id.</summary>
    private void Leave()
    {
        if (_pool is null)
        {
            Silo.Forget(GrainId, this);
        }
        else
        {
            _pool.Forget(this);
        }

        _ended.TrySetResult();
    }

    private void DisposeAttached()
    {
        IDisposable[] parts;
        lock (_attached)
        {
            parts = [.. _attached];
            _attached.Clear();
        }

        foreach (var part in parts)
        {
            part.Dispose();
        }
    }
}
