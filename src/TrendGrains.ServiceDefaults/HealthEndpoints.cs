using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace TrendGrains.ServiceDefaults;

/// <summary>
/// <c>/health/live</c>: the process answers. <c>/health/ready</c>: it can do its work; 503 and the reason when it cannot.
/// <c>/health</c>: everything, and which build runs.
/// </summary>
public static class HealthEndpoints
{
    /// <summary>Tag of the checks that <c>/health/ready</c> runs.</summary>
    public const string Ready = "ready";

    public static void MapHealth(this IEndpointRouteBuilder endpoints, BuildDescription build)
    {
        endpoints.MapHealthChecks("/health/live", Options(_ => false, build));
        endpoints.MapHealthChecks("/health/ready", Options(check => check.Tags.Contains(Ready), build));
        endpoints.MapHealthChecks("/health", Options(_ => true, build));
    }

    private static HealthCheckOptions Options(Func<HealthCheckRegistration, bool> predicate, BuildDescription build) => new()
    {
        Predicate = predicate,
        AllowCachingResponses = false,
        ResponseWriter = (context, report) => WriteAsync(context, report, build),
    };

    private static Task WriteAsync(HttpContext context, HealthReport report, BuildDescription build)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        return JsonSerializer.SerializeAsync(context.Response.Body, new
        {
            status = report.Status.ToString().ToLowerInvariant(),
            build,
            checks = report.Entries.ToDictionary(
                entry => entry.Key,
                entry => new { status = entry.Value.Status.ToString().ToLowerInvariant(), entry.Value.Description }),
        }, JsonSerializerOptions.Web, context.RequestAborted);
    }
}
