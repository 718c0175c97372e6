using Microsoft.Extensions.Diagnostics.HealthChecks;
using TrendGrains.Storage;

namespace TrendGrains.Web.Health;

/// <summary>Healthy when the database answers.</summary>
internal sealed class DatabaseCheck(DatabaseReadiness database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await database.ProblemAsync(cancellationToken) is { } problem
            ? HealthCheckResult.Unhealthy(problem)
            : HealthCheckResult.Healthy("the database answers");
}
