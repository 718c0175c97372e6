namespace Orleans.Runtime;

/// <summary>The life of an activation, in order.</summary>
internal enum ActivationState
{
    /// <summary>Nobody has called yet.</summary>
    New,
    Activating,
    Valid,
    Deactivating,
    Ended,
}
