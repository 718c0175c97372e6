using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TrendGrains.Crawling;
using TrendGrains.Crawling.Sites;
using TrendGrains.Inference;
using TrendGrains.Reading;
using TrendGrains.Storage;
using TrendGrains.TestKit.Postgres;

namespace TrendGrains.Grains.Tests.Hosting;

/// <summary>One silo with every room behind it, on a database that it may share with another. Public API only: the same on either build.</summary>
internal sealed class GrainSilo : IAsyncDisposable
{
    private readonly IHost host;

    private GrainSilo(IHost host) => this.host = host;

    public IGrainFactory Grains => host.Services.GetRequiredService<IGrainFactory>();

    public static async Task<GrainSilo> StartAsync(
        TestDatabase database, Action<InferenceOptions>? inference = null, Action<IServiceCollection>? services = null)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.AddFilter(level => level >= LogLevel.Critical);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddStorage(database.ConnectionString);
        builder.Services.AddSingleton(new SiteSecrets(variable => $"secret-of-{variable}"));
        builder.Services.AddCrawling();
        builder.Services.AddReading();
        builder.Services.AddInference(inference);
        builder.Services.AddGrains();
        services?.Invoke(builder.Services);
        builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering(FreePort(), FreePort());
            silo.AddAdoNetGrainStorage(GrainStores.State, options => (options.Invariant, options.ConnectionString) = ("Npgsql", database.ConnectionString));
            silo.UseAdoNetReminderService(options => (options.Invariant, options.ConnectionString) = ("Npgsql", database.ConnectionString));
        });
        var host = builder.Build();
        await host.Services.GetRequiredService<DatabaseMigrator>().MigrateAsync(CancellationToken.None);
        await host.StartAsync();
        return new GrainSilo(host);
    }

    public T Get<T>()
        where T : notnull => host.Services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
