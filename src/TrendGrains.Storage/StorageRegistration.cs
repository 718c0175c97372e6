using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TrendGrains.Storage.Hosts;
using TrendGrains.Storage.Items;
using TrendGrains.Storage.Sources;

namespace TrendGrains.Storage;

/// <summary>Offers the room to a host.</summary>
public static class StorageRegistration
{
    /// <param name="connectionString">A Npgsql connection string; pooled, one data source for the whole process.</param>
    public static IServiceCollection AddStorage(this IServiceCollection services, string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            ApplicationName = "trendgrains",

            // Pooled connections keep their staging tables.
            NoResetOnClose = true,
        };
        services.AddSingleton(_ => new NpgsqlDataSourceBuilder(settings.ConnectionString).Build());
        services.AddDbContextFactory<TrendGrainsContext>((provider, options) => options
            .UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>(), postgres => postgres.MigrationsHistoryTable("schema_migrations"))
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning)));
        return services
            .AddSingleton<DatabaseMigrator>()
            .AddSingleton<DatabaseReadiness>()
            .AddSingleton<SourceStore>()
            .AddSingleton<FrontierStore>()
            .AddSingleton<CrawlLogStore>()
            .AddSingleton<HostStore>()
            .AddSingleton<IngestStore>()
            .AddSingleton<ItemStore>();
    }
}
