using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace TrendGrains.Web.Health;

/// <summary>Healthy when the silo has started and a grain answers in time.</summary>
internal sealed class SiloCheck(IGrainFactory grains, IHostApplicationLifetime lifetime) : IHealthCheck
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(5);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!lifetime.ApplicationStarted.IsCancellationRequested)
        {
            return HealthCheckResult.Unhealthy("the silo is still starting");
        }

        try
        {
            var activations = await grains.GetGrain<IManagementGrain>(0).GetTotalActivationCount().WaitAsync(patience, cancellationToken);
            return HealthCheckResult.Healthy($"{activations} activations");
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return HealthCheckResult.Unhealthy($"no grain answered: {error.Message}");
        }
    }
}
