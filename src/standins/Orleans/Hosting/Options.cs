namespace Orleans.Configuration;

/// <summary>Who this silo is; the service id is part of every stored row.</summary>
public class ClusterOptions
{
    public string ClusterId { get; set; } = "default";

    public string ServiceId { get; set; } = "default";
}

/// <summary>When unused activations go.</summary>
public class GrainCollectionOptions
{
    /// <summary>Unused for that long: deactivated at the next look.</summary>
    public TimeSpan CollectionAge { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How often the silo looks.</summary>
    public TimeSpan CollectionQuantum { get; set; } = TimeSpan.FromMinutes(1);
}

/// <summary>How long callers wait.</summary>
public class SiloMessagingOptions
{
    /// <summary>After that the caller gets a <see cref="TimeoutException"/>; the callee goes on.</summary>
    public TimeSpan ResponseTimeout { get; set; } = TimeSpan.FromSeconds(30);
}
