using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace TrendGrains.Inference;

public static class InferenceRegistration
{
    /// <summary>Adds <see cref="ModelWorkers"/>; options out of range stop the host at its start.</summary>
    public static IServiceCollection AddInference(this IServiceCollection services, Action<InferenceOptions>? configure = null)
    {
        services.AddOptions<InferenceOptions>().Configure(options => configure?.Invoke(options)).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ModelWorkers>();
        return services;
    }
}
