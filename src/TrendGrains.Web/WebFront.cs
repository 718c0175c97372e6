using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TrendGrains.ServiceDefaults;
using TrendGrains.Storage.Trends;
using TrendGrains.Web.Health;
using TrendGrains.Web.Status;
using TrendGrains.Web.Trends;

namespace TrendGrains.Web;

/// <summary>The web front's registrations and routes.</summary>
public static class WebFront
{
    public static IServiceCollection AddWeb(this IServiceCollection services)
    {
        services.AddHealthChecks()
            .AddCheck<DatabaseCheck>("database", tags: [HealthEndpoints.Ready])
            .AddCheck<SiloCheck>("silo", tags: [HealthEndpoints.Ready]);
        return services
            .AddSingleton<StatusReader>()
            .AddSingleton<BoardReader>()
            .AddSingleton(provider => new LiveBoard(
                provider.GetRequiredService<BoardReader>().ReadAsync,
                provider.GetRequiredService<TrendChanges>().WatchAsync,
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILogger<LiveBoard>>()))
            .AddHostedService(provider => provider.GetRequiredService<LiveBoard>())
            .AddHostedService(provider => provider.GetRequiredService<TrendChanges>());
    }

    public static void MapWeb(this IEndpointRouteBuilder endpoints, BuildDescription build)
    {
        endpoints.MapTrends(build);
        endpoints.MapStatus(build);
    }
}
