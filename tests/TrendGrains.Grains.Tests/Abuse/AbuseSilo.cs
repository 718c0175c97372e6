using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TrendGrains.Crawling.Fetch;
using TrendGrains.Crawling.Politeness;
using TrendGrains.Grains.Tests.Hosting;
using TrendGrains.TestKit.Postgres;

namespace TrendGrains.Grains.Tests.Abuse;

/// <summary>A silo whose limits of time a test can sit out, and whose names an attacker answers for.</summary>
public sealed class AbuseSilo : IAsyncLifetime
{
    private TestDatabase? database;
    private GrainSilo? silo;

    public IGrainFactory Grains => silo!.Grains;

    public async Task InitializeAsync()
    {
        if (new DatabaseFactAttribute().Skip is not null)
        {
            return;
        }

        database = await TestDatabase.CreateAsync();
        silo = await GrainSilo.StartAsync(database, services: services =>
        {
            var limits = new FetchOptions { HeadersTimeout = TimeSpan.FromSeconds(2), IdleTimeout = TimeSpan.FromSeconds(1), TotalTimeout = TimeSpan.FromSeconds(4) };
            services.Replace(ServiceDescriptor.Singleton(new PageFetcher(limits, TimeProvider.System, AbuseNames.ResolveAsync)));
            services.Configure<PolitenessOptions>(politeness => politeness.FirstBackOff = TimeSpan.FromMilliseconds(20));
        });
    }

    public async Task DisposeAsync()
    {
        await (silo?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (database?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    internal async Task<IReadOnlyList<(string Url, string Reason, string? Detail)>> LogAsync(string source)
    {
        await using var command = database!.DataSource.CreateCommand("SELECT url, reason, detail FROM crawl_log WHERE source = $1");
        command.Parameters.AddWithValue(source);
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<(string, string, string?)>();
        while (await reader.ReadAsync())
        {
            lines.Add((reader.GetString(0), reader.GetString(1), reader.IsDBNull(2) ? null : reader.GetString(2)));
        }

        return lines;
    }
}
