namespace TrendGrains.Inference.Batching;

/// <summary>
/// The threads that models run on: so many batches run at once, of whatever models. Queues with work stand in one line and a turn is one
/// batch, so that a busy model keeps no other from its turn. Callers may sit on any scheduler and are never run here.
/// </summary>
public sealed class ModelThreads : IDisposable
{
    private readonly object gate = new();
    private readonly Queue<IBatchSource> line = [];
    private bool stopping;

    public ModelThreads(int count, string name = "models")
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        Count = count;
        for (var i = 0; i < count; i++)
        {
            new Thread(Serve) { IsBackground = true, Name = $"{name} {i + 1}" }.Start();
        }
    }

    public int Count { get; }

    /// <summary>Batches under way are finished; queues that still stand in line get no turn.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            stopping = true;
            Monitor.PulseAll(gate);
        }
    }

    internal void Enter(IBatchSource source)
    {
        lock (gate)
        {
            line.Enqueue(source);
            Monitor.Pulse(gate);
        }
    }

    private void Serve()
    {
        while (Next() is { } source)
        {
            source.RunNext();
        }
    }

    private IBatchSource? Next()
    {
        lock (gate)
        {
            while (!stopping && line.Count == 0)
            {
                Monitor.Wait(gate);
            }
            return stopping ? null : line.Dequeue();
        }
    }
}
