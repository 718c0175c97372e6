using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using TrendGrains.Inference.External;

namespace TrendGrains.Inference;

public static class InferenceRegistration
{
    /// <summary>
    /// Adds <see cref="ModelWorkers"/>; options out of range stop the host at its start. A host that has external models gives an
    /// <see cref="ExternalTransport"/> besides.
    /// </summary>
    public static IServiceCollection AddInference(this IServiceCollection services, Action<InferenceOptions>? configure = null)
    {
        services.AddOptions<InferenceOptions>().Configure(options => configure?.Invoke(options)).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<ExternalModelsOptions>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ExternalModelsOptions>, ExternalModelsCheck>());
        services.TryAddSingleton<ExternalModels>();
        services.TryAddSingleton<ModelWorkers>();
        return services;
    }
}
