namespace Orleans.Runtime;

/// <summary>The activations of one [StatelessWorker] grain: a free one gets the message, else a new one, else the least busy.</summary>
internal sealed class StatelessWorkers(Silo silo, GrainClass grainClass, GrainId id) : GrainTarget
{
    private readonly Lock _gate = new();
    private readonly List<Activation> _workers = [];

    public override bool TryPost(Message message)
    {
        lock (_gate)
        {
            while (true)
            {
                var worker = Choose();
                if (worker.TryPost(message))
                {
                    return true;
                }

                // It ended just now and has not left yet.
                _workers.Remove(worker);
            }
        }
    }

    public void Forget(Activation worker)
    {
        lock (_gate)
        {
            _workers.Remove(worker);
        }
    }

    public override void ExpireRequests(long now)
    {
        foreach (var worker in Workers())
        {
            worker.ExpireRequests(now);
        }
    }

    public override void CollectIdle(long now, TimeSpan age)
    {
        foreach (var worker in Workers())
        {
            worker.CollectIdle(now, age);
        }
    }

    public override Task DeactivateAsync(DeactivationReason reason) => Task.WhenAll(Workers().Select(worker => worker.DeactivateAsync(reason)));

    public override int CountActivations() => Workers().Sum(worker => worker.CountActivations());

    private Activation Choose()
    {
        Activation? least = null;
        foreach (var worker in _workers)
        {
            if (worker.IsFree)
            {
                return worker;
            }

            if (least is null || worker.WaitingCount < least.WaitingCount)
            {
                least = worker;
            }
        }

        if (least is null || _workers.Count < grainClass.MaxLocalWorkers)
        {
            least = new Activation(silo, grainClass, id, this);
            _workers.Add(least);
        }

        return least;
    }

    private Activation[] Workers()
    {
        lock (_gate)
        {
            return [.. _workers];
        }
    }
}
