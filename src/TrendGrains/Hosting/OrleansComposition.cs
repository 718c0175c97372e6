using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using TrendGrains.Grains;

namespace TrendGrains.Hosting;

/// <summary>Where the silo is wired; the one file that may know which build it is in.</summary>
internal static class OrleansComposition
{
    private const string Invariant = "Npgsql";

    public static void AddSilo(this IHostApplicationBuilder builder, string connectionString) => builder.UseOrleans(silo =>
    {
        silo.Configure<ClusterOptions>(cluster =>
        {
            cluster.ClusterId = "trendgrains";
            cluster.ServiceId = "trendgrains";
        });
        silo.UseAdoNetClustering(options =>
        {
            options.Invariant = Invariant;
            options.ConnectionString = connectionString;
        });
        silo.AddAdoNetGrainStorage(GrainStores.State, options =>
        {
            options.Invariant = Invariant;
            options.ConnectionString = connectionString;
            options.GrainStorageSerializer = new JsonStateSerializer();
        });
        silo.UseAdoNetReminderService(options =>
        {
            options.Invariant = Invariant;
            options.ConnectionString = connectionString;
        });
#if ORLEANS_FULL
        silo.ConfigureEndpoints(SiloAddress(), LoopbackPort.PreferredBy(connectionString, "silo"), LoopbackPort.PreferredBy(connectionString, "gateway"));
#endif
        // Ingest of a large batch may take a while on a busy machine; a lost call is still noticed within two minutes.
        silo.Configure<SiloMessagingOptions>(messaging => messaging.ResponseTimeout = TimeSpan.FromMinutes(2));

        // A day's hosts and items are many, and each has all it needs in the database.
        silo.Configure<GrainCollectionOptions>(collection => collection.CollectionAge = TimeSpan.FromMinutes(5));
        silo.Services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>, DatabaseGate>();
    });

#if ORLEANS_FULL
    /// <summary>Where other silos reach this one: TRENDGRAINS_SILO_ADDRESS, else nobody but this machine does.</summary>
    private static System.Net.IPAddress SiloAddress() =>
        Environment.GetEnvironmentVariable("TRENDGRAINS_SILO_ADDRESS") is { Length: > 0 } address
            ? System.Net.IPAddress.Parse(address)
            : System.Net.IPAddress.Loopback;
#endif
}
