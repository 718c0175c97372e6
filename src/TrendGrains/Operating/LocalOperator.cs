using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using TrendGrains.Abstractions.Ingest;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Hosting;
using TrendGrains.ServiceDefaults;
using TrendGrains.Storage.Scouting;
using TrendGrains.Storage.Sources;
using TrendGrains.Storage.Trends;

namespace TrendGrains.Operating;

/// <summary>A silo in this process for as long as one verb runs, when no <c>serve</c> is up.</summary>
internal sealed class LocalOperator(IHost host, IOperator grains) : IOperator
{
    public static async Task<LocalOperator> StartAsync(CancellationToken cancellationToken)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.AddServiceDefaults("command");
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Logging.AddFilter("Orleans", LogLevel.Error);
        builder.AddTrendGrains(DatabaseSettings.ConnectionString);
        var host = builder.Build();
        await host.StartAsync(cancellationToken);
        return new LocalOperator(host, host.Services.GetRequiredService<GrainOperator>());
    }

    public Task<IReadOnlyList<SourceListing>> ListAsync(CancellationToken cancellationToken) => grains.ListAsync(cancellationToken);

    public Task ConfigureAsync(SourceDefinition definition, CancellationToken cancellationToken) =>
        grains.ConfigureAsync(definition, cancellationToken);

    public Task<SourceFindings> LookAsync(string url, bool isInternal, CancellationToken cancellationToken) =>
        grains.LookAsync(url, isInternal, cancellationToken);

    public Task<IReadOnlyList<SourceCheck>> CheckAsync(string[] slugs, bool live, CancellationToken cancellationToken) =>
        grains.CheckAsync(slugs, live, cancellationToken);

    public Task<bool> RemoveAsync(string slug, CancellationToken cancellationToken) => grains.RemoveAsync(slug, cancellationToken);

    public IAsyncEnumerable<CrawlProgress> CrawlAsync(string slug, CrawlOrder? order, CancellationToken cancellationToken) =>
        grains.CrawlAsync(slug, order, cancellationToken);

    public IAsyncEnumerable<CrawlProgress> RehearseAsync(string slug, CrawlPolicy policy, CrawlOrder order, CancellationToken cancellationToken) =>
        grains.RehearseAsync(slug, policy, order, cancellationToken);

    public Task<IReadOnlyList<SourceProposal>> ProposalsAsync(int count, string? state, CancellationToken cancellationToken) =>
        grains.ProposalsAsync(count, state, cancellationToken);

    public Task VetoAsync(string host, CancellationToken cancellationToken) => grains.VetoAsync(host, cancellationToken);

    public Task<string> AcceptAsync(string host, CancellationToken cancellationToken) => grains.AcceptAsync(host, cancellationToken);

    public Task<IReadOnlyList<CrawlChoiceRow>> ChoicesAsync(string source, long run, CancellationToken cancellationToken) =>
        grains.ChoicesAsync(source, run, cancellationToken);

    public Task<IngestResult> IngestAsync(IngestBatch batch, CancellationToken cancellationToken) =>
        grains.IngestAsync(batch, cancellationToken);

    public Task SettleAsync(CancellationToken cancellationToken) => grains.SettleAsync(cancellationToken);

    public Task<IReadOnlyList<RankedTrend>> TrendsAsync(TrendQuery query, CancellationToken cancellationToken) =>
        grains.TrendsAsync(query, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync(CancellationToken.None);
        host.Dispose();
    }
}
