using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace TrendGrains.Storage.Sources;

/// <summary>Looks after the crawl log's months twice a day for as long as the process lives; the migrator does so at its start.</summary>
internal sealed class PartitionUpkeep(PartitionMaintenance partitions, TimeProvider clock, ILogger<PartitionUpkeep> log) : BackgroundService
{
    private static readonly TimeSpan period = TimeSpan.FromHours(12);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(period, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await partitions.EnsureAsync(stoppingToken);
            }
            catch (Exception error) when (error is NpgsqlException or TimeoutException)
            {
                // Months are made two ahead, so there is time until the next tick.
                log.PartitionsPutOff(error, period, error.Message);
            }
        }
    }
}
