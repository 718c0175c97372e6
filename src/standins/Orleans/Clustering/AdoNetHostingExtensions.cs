using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;
using Orleans.Runtime;

namespace Orleans.Hosting;

/// <summary>Membership in Postgres.</summary>
public static class AdoNetHostingExtensions
{
    /// <summary>Here: a lock that makes a second silo on the same database and cluster id refuse to start.</summary>
    public static ISiloBuilder UseAdoNetClustering(this ISiloBuilder builder, Action<AdoNetClusteringSiloOptions> configureOptions)
    {
        builder.Services.Configure(configureOptions);
        builder.Services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>, SingleSiloLock>();
        return builder;
    }
}
