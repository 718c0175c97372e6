using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace TrendGrains.ServiceDefaults;

/// <summary>Logs, metrics, traces and health, the same for every role.</summary>
public static class Observability
{
    /// <summary>Prefix of every meter and activity source of this product.</summary>
    public const string Prefix = "TrendGrains";

    public static TBuilder AddServiceDefaults<TBuilder>(this TBuilder builder, string role)
        where TBuilder : IHostApplicationBuilder
    {
        builder.Logging.ClearProviders();
        builder.Logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "HH:mm:ss ";
            console.UseUtcTimestamp = true;
        });
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);

        // A failed start is thrown to the verb, which says what it means.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        builder.Logging.AddFilter("Orleans", LogLevel.Warning);

        // Its first check measures from the process' birth, and says so as if something hung.
        builder.Logging.AddFilter("Orleans.Runtime.Watchdog", LogLevel.Error);

        // A statement that fails is thrown to whoever sent it, who says what it means; EF would log it as an error before that.
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.None);
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);
        builder.Services.AddHealthChecks();
        builder.Services.AddSingleton(TimeProvider.System);
        if (!string.IsNullOrWhiteSpace(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
        {
            builder.Services.AddHostedService(_ => new TelemetryExport(role));
        }

        return builder;
    }

    /// <summary>The OTLP exporters; their address and headers come from the standard OTEL_* variables.</summary>
    private sealed class TelemetryExport(string role) : IHostedService
    {
        private MeterProvider? meters;
        private TracerProvider? traces;

        public Task StartAsync(CancellationToken cancellationToken)
        {
            var resource = ResourceBuilder.CreateDefault().AddService($"trendgrains-{role}");
            meters = Sdk.CreateMeterProviderBuilder()
                .SetResourceBuilder(resource)
                .AddMeter($"{Prefix}.*", "System.Runtime", "Microsoft.AspNetCore.Hosting", "Npgsql", "Microsoft.Orleans")
                .AddOtlpExporter()
                .Build();
            traces = Sdk.CreateTracerProviderBuilder()
                .SetResourceBuilder(resource)
                .AddSource($"{Prefix}.*", "Microsoft.AspNetCore", "Npgsql", "Microsoft.Orleans.*")
                .AddOtlpExporter()
                .Build();
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken)
        {
            meters?.Dispose();
            traces?.Dispose();
            return Task.CompletedTask;
        }
    }
}
