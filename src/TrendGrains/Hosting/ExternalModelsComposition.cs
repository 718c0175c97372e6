using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TrendGrains.Crawling.Fetch;
using TrendGrains.Inference;
using TrendGrains.Inference.External;

namespace TrendGrains.Hosting;

/// <summary>The models of a host: those of the catalog, and those behind addresses with the crawler's checks on their way to the network.</summary>
internal static class ExternalModelsComposition
{
    /// <summary>For the verbs that need no database: settings come from appsettings.json where they are run, and from the environment.</summary>
    public static IServiceCollection AddModels(this IServiceCollection services) => services.AddInference().AddExternalModels(
        new ConfigurationBuilder().SetBasePath(Directory.GetCurrentDirectory()).AddJsonFile("appsettings.json", optional: true).AddEnvironmentVariables().Build());

    public static IServiceCollection AddExternalModels(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<InferenceOptions>(configuration.GetSection("Inference"));
        services.Configure<ExternalModelsOptions>(options => configuration.GetSection(ExternalModelsOptions.Section).Bind(options.Models));
        return services.AddSingleton<ExternalTransport>(provider => (allowPrivate, connectTimeout) => CheckedTransport.Create(allowPrivate, connectTimeout, provider.GetService<TimeProvider>() ?? TimeProvider.System));
    }
}
