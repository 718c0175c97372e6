using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TrendGrains.Crawling;
using TrendGrains.Crawling.Politeness;
using TrendGrains.Grains;
using TrendGrains.Inference;
using TrendGrains.Reading;
using TrendGrains.Storage;
using TrendGrains.TestKit.Postgres;

namespace TrendGrains.Benchmarks;

/// <summary>The platform in this process on a database of the benchmark's own: every grain, no web front, reminders in memory.</summary>
internal static class BenchSilo
{
    /// <param name="delay">Least time between two requests to a host.</param>
    /// <param name="inference">How the models are to be served; null as usual.</param>
    public static Task<IHost> StartAsync(TestDatabase database, TimeSpan delay, CancellationToken cancellationToken, Action<InferenceOptions>? inference = null) =>
        StartAsync(database.ConnectionString, delay, stateInDatabase: false, cancellationToken, inference);

    /// <param name="stateInDatabase">Grains keep their state as a server's do; else in memory.</param>
    public static async Task<IHost> StartAsync(
        string database, TimeSpan delay, bool stateInDatabase, CancellationToken cancellationToken, Action<InferenceOptions>? inference = null)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.AddFilter(level => level >= LogLevel.Critical);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddStorage(database);
        builder.Services.AddCrawling();
        builder.Services.Configure<PolitenessOptions>(politeness => politeness.Delay = delay);
        builder.Services.AddReading();
        builder.Services.AddInference(inference);
        builder.Services.AddGrains();
        builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering(FreePort(), FreePort());
            if (stateInDatabase)
            {
                silo.AddAdoNetGrainStorage(GrainStores.State, options => (options.Invariant, options.ConnectionString) = ("Npgsql", database));
            }
            else
            {
                silo.AddMemoryGrainStorage(GrainStores.State);
            }

            silo.UseInMemoryReminderService();
        });
        var host = builder.Build();
        await host.Services.GetRequiredService<DatabaseMigrator>().MigrateAsync(cancellationToken);
        await host.StartAsync(cancellationToken);
        return host;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
