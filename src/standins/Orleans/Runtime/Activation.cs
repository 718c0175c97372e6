using Microsoft.Extensions.DependencyInjection;

namespace Orleans.Runtime;

/// <summary>
/// One instance of a grain and its turns. Work is picked one piece at a time by a single thread; what may start while
/// requests are running follows Orleans' rules (<see cref="MayRun"/>).
/// </summary>
internal sealed partial class Activation : GrainTarget, IGrainContext, IThreadPoolWorkItem
{
    private static readonly Action<object?> s_turns = state => ((Activation)state!).RunTurns();

    // A turn that runs longer than this gives other activations the thread (Orleans' ActivationSchedulingQuantum).
    private const int QuantumMilliseconds = 100;

    private readonly Lock _gate = new();
    private readonly ActivationScheduler _scheduler;
    private readonly Queue<Task> _continuations = new();
    private readonly List<Message> _running = [];
    private readonly StatelessWorkers? _pool;
    private MessageQueue _waiting;
    private int _waitingInterleaved;
    private Message? _blocking;
    private ActivationState _state;
    private bool _scheduled;
    private bool _continuationLast;

    public Activation(Silo silo, GrainClass grainClass, GrainId id, StatelessWorkers? pool = null)
    {
        Silo = silo;
        Class = grainClass;
        GrainId = id;
        _pool = pool;
        _scheduler = new ActivationScheduler(this);
        _lastUsed = silo.Clock.Now;
    }

    public Silo Silo { get; }

    public GrainClass Class { get; }

    public GrainId GrainId { get; }

    public IServiceProvider ActivationServices => _scope?.ServiceProvider ?? Silo.Services;

    public IGrainBase? Instance { get; private set; }

    public bool IsFree => _running.Count == 0 && _waiting.Count == 0;

    public int WaitingCount => _waiting.Count;

    public static Activation Of(IGrainBase grain) => grain.GrainContext as Activation
        ?? throw new InvalidOperationException($"{grain.GetType()} was not made by a silo.");

    public override bool TryPost(Message message)
    {
        lock (_gate)
        {
            if (_state == ActivationState.Ended || (message.Has(MessageOptions.LocalOnly) && IsEnding))
            {
                return false;
            }

            _waiting.Append(message);
            if (message.Has(MessageOptions.AlwaysInterleave))
            {
                _waitingInterleaved++;
            }

            if (_scheduled || !(_state == ActivationState.New || (_state == ActivationState.Valid && !IsEnding && MayRun(message))))
            {
                return true;
            }

            _scheduled = true;
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: true);
        return true;
    }

    /// <summary>A continuation of this grain's code, from wherever the awaited thing was completed.</summary>
    public void Continue(Task task)
    {
        lock (_gate)
        {
            _continuations.Enqueue(task);
            if (_scheduled)
            {
                return;
            }

            _scheduled = true;
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: true);
    }

    public IEnumerable<Task> Continuations()
    {
        lock (_gate)
        {
            return [.. _continuations];
        }
    }

    void IThreadPoolWorkItem.Execute()
    {
        ActivationContext.Current = this;
        try
        {
            // The turns run inside a task of our scheduler, so that awaits inside them capture it.
            new Task(s_turns, this, CancellationToken.None, TaskCreationOptions.DenyChildAttach).RunSynchronously(_scheduler);
        }
        finally
        {
            ActivationContext.Current = null;
        }
    }

    /// <summary>The message is done; what waited for it may start.</summary>
    public void Complete(Message message)
    {
        lock (_gate)
        {
            var last = _running[^1];
            _running[message.RunningIndex] = last;
            last.RunningIndex = message.RunningIndex;
            _running.RemoveAt(_running.Count - 1);
            if (_blocking == message)
            {
                _blocking = null;
            }

            if (!message.Has(MessageOptions.Passive))
            {
                _lastUsed = Silo.Clock.Now;
            }

            // Turns are being run by this very thread, or they were given up while this message ran elsewhere.
            if (_scheduled || !HasWork())
            {
                return;
            }

            _scheduled = true;
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: true);
    }

    private void RunTurns()
    {
        var started = Environment.TickCount64;
        for (var turns = 1; ; turns++)
        {
            Task? continuation = null;
            Message? message = null;
            var change = ActivationState.New;
            lock (_gate)
            {
                if (_state == ActivationState.New)
                {
                    change = _state = ActivationState.Activating;
                }
                else if (IsEnding && _state == ActivationState.Valid && _running.Count == 0)
                {
                    change = _state = ActivationState.Deactivating;
                }
                else
                {
                    // Messages and continuations take turns, so that neither can starve the other.
                    message = _continuationLast || _continuations.Count == 0 ? TakeRunnable() : null;
                    _continuationLast = message is null && _continuations.TryDequeue(out continuation);
                    if (message is null && continuation is null)
                    {
                        _scheduled = false;
                        return;
                    }
                }
            }

            if (continuation is not null)
            {
                _scheduler.Run(continuation);
            }
            else if (message is not null)
            {
                message.Run(this);
            }
            else
            {
                _ = change == ActivationState.Activating ? ActivateAsync() : EndAsync();
            }

            if ((turns & 15) == 0 && Environment.TickCount64 - started >= QuantumMilliseconds)
            {
                ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
                return;
            }
        }
    }

    private bool HasWork() =>
        _continuations.Count > 0
        || (_state == ActivationState.Valid && (IsEnding ? _running.Count == 0 : FindRunnable(out _) is not null));

    private Message? TakeRunnable()
    {
        while (_state == ActivationState.Valid && !IsEnding && FindRunnable(out var previous) is { } message)
        {
            _waiting.Remove(message, previous);
            if (message.Has(MessageOptions.AlwaysInterleave))
            {
                _waitingInterleaved--;
            }

            if (message.IsAnswered)
            {
                continue;
            }

            message.RunningIndex = _running.Count;
            _running.Add(message);
            if (_blocking is null && !message.Has(MessageOptions.AlwaysInterleave))
            {
                _blocking = message;
            }

            return message;
        }

        return null;
    }

    private Message? FindRunnable(out Message? previous)
    {
        previous = null;
        if (_waiting.Head is not { } head || MayRun(head))
        {
            return _waiting.Head;
        }

        // Only an interleaving message, or a read-only one beside another, may overtake the head.
        if (_waitingInterleaved == 0 && !(Class.HasReadOnlyMethods && _blocking is { } blocking && blocking.Has(MessageOptions.ReadOnly)))
        {
            return null;
        }

        previous = head;
        for (var message = head.Next; message is not null; message = message.Next)
        {
            if (MayRun(message))
            {
                return message;
            }

            previous = message;
        }

        return null;
    }

    private bool MayRun(Message message) =>
        _running.Count == 0
        || _blocking is null
        || Class.IsReentrant
        || message.Has(MessageOptions.AlwaysInterleave)
        || (message.Has(MessageOptions.ReadOnly) && _blocking.Has(MessageOptions.ReadOnly));
}
