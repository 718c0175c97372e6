using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Runtime;

namespace Orleans.Hosting;

/// <summary>Runs the silo's lifecycle with the host's.</summary>
internal sealed partial class SiloHost(Silo silo, SiloLifecycle lifecycle, IEnumerable<ILifecycleParticipant<ISiloLifecycle>> participants, ILogger<SiloHost> log) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        silo.Participate(lifecycle);
        foreach (var participant in participants)
        {
            participant.Participate(lifecycle);
        }

        await lifecycle.StartAsync(cancellationToken).ConfigureAwait(false);
        LogStarted(silo.Types.Classes.Count);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await lifecycle.StopAsync(cancellationToken).ConfigureAwait(false);
        LogStopped();
    }

    [LoggerMessage(EventId = 2, Level = LogLevel.Information, Message = "The single-process silo is running with {Classes} grain classes.")]
    private partial void LogStarted(int classes);

    [LoggerMessage(EventId = 3, Level = LogLevel.Information, Message = "The single-process silo has stopped.")]
    private partial void LogStopped();
}
