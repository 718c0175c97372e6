namespace Orleans.Runtime;

/// <summary>The stages of the silo; starting waits for each.</summary>
public interface ISiloLifecycle : ILifecycleObservable;
