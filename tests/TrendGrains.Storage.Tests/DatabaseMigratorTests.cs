using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TrendGrains.Abstractions.Items;
using TrendGrains.Storage.Items;
using TrendGrains.TestKit;
using TrendGrains.TestKit.Postgres;
using static TrendGrains.Storage.Tests.Samples;

namespace TrendGrains.Storage.Tests;

public sealed class DatabaseMigratorTests
{
    private const string Schema =
        """
        SELECT string_agg(format('%s.%s %s %s %s', table_name, column_name, data_type, is_nullable, column_default), E'\n' ORDER BY table_name, column_name)
        FROM information_schema.columns WHERE table_schema = 'public'
        """;

    [DatabaseFact]
    public async Task Migrating_twice_changes_nothing_and_keeps_what_is_stored()
    {
        await using var database = await TestDatabase.CreateAsync();
        await MigrateAsync(database);
        var before = await TextAsync(database, Schema);
        await TextAsync(database, "INSERT INTO model_versions VALUES ('m', '1', now()) RETURNING model");

        await MigrateAsync(database);

        Assert.Equal(before, await TextAsync(database, Schema));
        Assert.Equal("m", await TextAsync(database, "SELECT model FROM model_versions"));
    }

    [DatabaseFact]
    public async Task Every_script_may_be_repeated()
    {
        await using var database = await TestDatabase.CreateAsync();
        await MigrateAsync(database);
        var before = await TextAsync(database, Schema);
        await TextAsync(database, "WITH gone AS (DELETE FROM schema_migrations RETURNING 1) SELECT count(*)::text FROM gone");

        await MigrateAsync(database);

        Assert.Equal(before, await TextAsync(database, Schema));
    }

    [DatabaseFact]
    public async Task Several_processes_may_migrate_at_once()
    {
        await using var database = await TestDatabase.CreateAsync();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => MigrateAsync(database))));

        var scripts = typeof(TrendGrainsContext).Assembly.GetTypes().Count(t => t.IsDefined(typeof(MigrationAttribute), inherit: false));
        Assert.Equal($"{scripts}", await TextAsync(database, "SELECT count(*)::text FROM schema_migrations"));
    }

    [DatabaseFact]
    public async Task A_process_that_was_connected_before_the_vector_types_came_knows_them_afterwards()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var services = MigratedDatabase.ServicesOf(database.ConnectionString, new ManualTimeProvider(MigratedDatabase.Start));
        var source = services.GetRequiredService<NpgsqlDataSource>();
        await using (var command = source.CreateCommand("DROP EXTENSION vector"))
        {
            await command.ExecuteNonQueryAsync();
        }

        source.ReloadTypes();
        await services.GetRequiredService<DatabaseMigrator>().MigrateAsync(default);

        var store = services.GetRequiredService<IngestStore>();
        await store.AcceptAsync(Batch("s", Document("https://a.example/")), default);
        await store.UnderstandAsync("s", [Understood("https://a.example/")], [], [], default);
        Assert.Equal(ItemState.Understood, await services.GetRequiredService<ItemStore>().GetStateAsync(ItemKey.FromUrl("https://a.example/"), default));
        Assert.Equal("1", await TextAsync(database, "SELECT count(*)::text FROM item_vectors_text_128"));
    }

    private static async Task MigrateAsync(TestDatabase database)
    {
        await using var services = MigratedDatabase.ServicesOf(database.ConnectionString, new ManualTimeProvider(MigratedDatabase.Start));
        await services.GetRequiredService<DatabaseMigrator>().MigrateAsync(default);
    }

    private static async Task<string> TextAsync(TestDatabase database, string sql)
    {
        await using var command = database.DataSource.CreateCommand(sql);
        return (string)(await command.ExecuteScalarAsync())!;
    }
}
