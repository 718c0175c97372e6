namespace Orleans.Runtime;

/// <summary>One activation as seen by the grain that lives in it.</summary>
public interface IGrainContext
{
    GrainId GrainId { get; }

    /// <summary>Services scoped to the activation.</summary>
    IServiceProvider ActivationServices { get; }
}
