using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;
using TrendGrains.Storage.Hosts;
using TrendGrains.Storage.Items;
using TrendGrains.Storage.Learned;
using TrendGrains.Storage.Scouting;
using TrendGrains.Storage.Search;
using TrendGrains.Storage.Sources;
using TrendGrains.Storage.Trends;

namespace TrendGrains.Storage;

/// <summary>Offers the room to a host.</summary>
public static class StorageRegistration
{
    /// <param name="connectionString">A Npgsql connection string; pooled, one data source for the whole process.</param>
    /// <exception cref="ArgumentException">It is not one; the message does not repeat it.</exception>
    public static IServiceCollection AddStorage(this IServiceCollection services, string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            ApplicationName = "trendgrains",

            // The bulk path sends the same few statements again and again.
            MaxAutoPrepare = 50,
            AutoPrepareMinUsages = 2,
        };
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<CrawlLogOptions>().ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(_ =>
        {
            var builder = new NpgsqlDataSourceBuilder(settings.ConnectionString);
            builder.UseVector();
            return builder.Build();
        });
        services.AddDbContextFactory<TrendGrainsContext>((provider, options) => options
            .UseNpgsql(
                provider.GetRequiredService<NpgsqlDataSource>(),
                postgres => postgres.MigrationsHistoryTable("schema_migrations").UseVector())

            // Migrations are SQL by hand; a test compares the model with the database instead.
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning)));
        return services
            .AddSingleton<DatabaseMigrator>()
            .AddSingleton<DatabaseReadiness>()
            .AddSingleton<PartitionMaintenance>()
            .AddHostedService<PartitionUpkeep>()
            .AddSingleton<SourceStore>()
            .AddSingleton<FrontierStore>()
            .AddSingleton<EntranceStore>()
            .AddSingleton<PageVisitStore>()
            .AddSingleton<CrawlLogStore>()
            .AddSingleton<CrawlChoiceStore>()
            .AddSingleton<ProposalStore>()
            .AddSingleton<HostStore>()
            .AddSingleton<IngestStore>()
            .AddSingleton<ItemStore>()
            .AddSingleton<ModelVersionStore>()
            .AddSingleton<ModelRunStore>()
            .AddSingleton<NearestItems>()
            .AddSingleton<ArrivalStore>()
            .AddSingleton<BoardStore>()
            .AddSingleton<LeadPictures>()
            .AddSingleton<RankStore>()
            .AddSingleton<TrendProfiles>()
            .AddSingleton<TrendStore>()
            .AddSingleton<TrendChanges>();
    }
}
