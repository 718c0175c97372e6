namespace Orleans.Runtime;

/// <summary>Where messages for one grain id go: its activation, or a pool of workers.</summary>
internal abstract class GrainTarget
{
    /// <summary>False when this target has ended: ask the catalog for its successor.</summary>
    public abstract bool TryPost(Message message);

    /// <summary>Fails what has waited past its deadline.</summary>
    public abstract void ExpireRequests(long now);

    /// <summary>Ends activations unused since before the given time.</summary>
    public abstract void CollectIdle(long now, TimeSpan age);

    public abstract Task DeactivateAsync(DeactivationReason reason);

    public abstract int CountActivations();
}
