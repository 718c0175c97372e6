using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace TrendGrains.StandIns.Orleans.Tests.Hosting;

/// <summary>A host with one silo on free ports, used through the public API only, so that it is the stand-in or the real thing.</summary>
internal sealed class TestSilo : IAsyncDisposable
{
    private readonly IHost _host;

    private TestSilo(IHost host) => _host = host;

    public IServiceProvider Services => _host.Services;

    public IGrainFactory Grains => _host.Services.GetRequiredService<IGrainFactory>();

    public static async Task<TestSilo> StartAsync(Action<ISiloBuilder>? configure = null)
    {
        var silo = Build(configure);
        await silo.StartHostAsync();
        return silo;
    }

    public static TestSilo Build(Action<ISiloBuilder>? configure = null)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.AddFilter(level => level >= LogLevel.Critical);
        builder.UseOrleans(silo =>
        {
            var ports = FreePorts();
            silo.UseLocalhostClustering(ports.Silo, ports.Gateway);
            configure?.Invoke(silo);
        });
        return new(builder.Build());
    }

    public Task StartHostAsync() => _host.StartAsync().Within("the silo starts");

    public Task StopAsync() => _host.StopAsync().Within("the silo stops");

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _host.Dispose();
    }

    private static (int Silo, int Gateway) FreePorts()
    {
        // Both listeners are open at once, so that the two ports differ.
        using var first = new TcpListener(IPAddress.Loopback, 0);
        using var second = new TcpListener(IPAddress.Loopback, 0);
        first.Start();
        second.Start();
        return (((IPEndPoint)first.LocalEndpoint).Port, ((IPEndPoint)second.LocalEndpoint).Port);
    }
}
