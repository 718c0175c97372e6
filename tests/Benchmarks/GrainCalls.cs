using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;

namespace TrendGrains.Benchmarks;

/// <summary>How many in-process calls a second the grain runtime makes, in whichever build this is.</summary>
internal sealed class GrainCalls : IBenchmark
{
    private const int Together = 1000;
    private const int Samples = 5;
    private static readonly TimeSpan s_sample = TimeSpan.FromSeconds(1);

    public string Name => "grain-calls";

    public async Task<IReadOnlyList<BenchmarkRow>> RunAsync(CancellationToken cancellationToken)
    {
        using var host = Build();
        await host.StartAsync(cancellationToken);
        var grains = host.Services.GetRequiredService<IGrainFactory>();
        var thousand = Enumerable.Range(0, Together).Select(key => grains.GetGrain<ICalledGrain>(key)).ToArray();
        var one = grains.GetGrain<ICalledGrain>(0);
        var worker = grains.GetGrain<ICalledWorkerGrain>(0);
        var nextKey = (long)Together;
        BenchmarkRow[] rows =
        [
            await MeasureAsync("1000 grains, 1000 calls together", "calls/s", () => TogetherAsync(index => thousand[index].PingAsync()), cancellationToken),
            await MeasureAsync("one grain, 1000 calls together", "calls/s", () => TogetherAsync(_ => one.PingAsync()), cancellationToken),
            await MeasureAsync("one caller, one call after another", "calls/s", () => InTurnAsync(one), cancellationToken),
            await MeasureAsync("stateless worker, 1000 calls together", "calls/s", () => TogetherAsync(_ => worker.PingAsync()), cancellationToken),
            await MeasureAsync("new grains, 1000 together", "activations/s", () => TogetherAsync(_ => grains.GetGrain<ICalledGrain>(nextKey++).PingAsync()), cancellationToken),
        ];
        await host.StopAsync(cancellationToken);
        return rows;
    }

    private static IHost Build()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.UseOrleans(silo => silo.UseLocalhostClustering(FreePort(), FreePort()));
        return builder.Build();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task<BenchmarkRow> MeasureAsync(string what, string unit, Func<Task> thousandCalls, CancellationToken cancellationToken)
    {
        await SampleAsync(thousandCalls, cancellationToken);
        var samples = new double[Samples];
        for (var index = 0; index < Samples; index++)
        {
            samples[index] = await SampleAsync(thousandCalls, cancellationToken);
        }

        Array.Sort(samples);
        return new("grain-calls", what, Math.Round(samples[Samples / 2]), unit, $"median of {Samples}: {samples[0]:0}-{samples[^1]:0}");
    }

    private static async Task<double> SampleAsync(Func<Task> thousandCalls, CancellationToken cancellationToken)
    {
        var calls = 0L;
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < s_sample)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await thousandCalls();
            calls += Together;
        }

        return calls / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static Task TogetherAsync(Func<int, Task> call)
    {
        var calls = new Task[Together];
        for (var index = 0; index < Together; index++)
        {
            calls[index] = call(index);
        }

        return Task.WhenAll(calls);
    }

    private static async Task InTurnAsync(ICalledGrain grain)
    {
        for (var call = 0; call < Together; call++)
        {
            await grain.PingAsync();
        }
    }
}

/// <summary>Does nothing, so that only the call is measured.</summary>
public interface ICalledGrain : IGrainWithIntegerKey
{
    Task PingAsync();
}

/// <inheritdoc/>
public interface ICalledWorkerGrain : IGrainWithIntegerKey
{
    Task PingAsync();
}

internal sealed class CalledGrain : Grain, ICalledGrain
{
    public Task PingAsync() => Task.CompletedTask;
}

[StatelessWorker]
internal sealed class CalledWorkerGrain : Grain, ICalledWorkerGrain
{
    public Task PingAsync() => Task.CompletedTask;
}
