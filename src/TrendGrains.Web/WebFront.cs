using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TrendGrains.ServiceDefaults;
using TrendGrains.Web.Health;
using TrendGrains.Web.Status;

namespace TrendGrains.Web;

/// <summary>The web front's registrations and routes.</summary>
public static class WebFront
{
    public static IServiceCollection AddWeb(this IServiceCollection services)
    {
        services.AddHealthChecks()
            .AddCheck<DatabaseCheck>("database", tags: [HealthEndpoints.Ready])
            .AddCheck<SiloCheck>("silo", tags: [HealthEndpoints.Ready]);
        return services.AddSingleton<StatusReader>();
    }

    public static void MapWeb(this IEndpointRouteBuilder endpoints, BuildDescription build) => endpoints.MapStatus(build);
}
