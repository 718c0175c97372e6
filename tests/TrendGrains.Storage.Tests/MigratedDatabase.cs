using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TrendGrains.TestKit;
using TrendGrains.TestKit.Postgres;

namespace TrendGrains.Storage.Tests;

/// <summary>A database with the schema in it, shared by the tests of a class, and the room's stores on a clock that stands still.</summary>
public sealed class MigratedDatabase : IAsyncLifetime
{
    private TestDatabase database = null!;
    private ServiceProvider services = null!;

    public static DateTimeOffset Start { get; } = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    public ManualTimeProvider Clock { get; } = new(Start);

    public string ConnectionString => database.ConnectionString;

    public NpgsqlDataSource DataSource => database.DataSource;

    public static ServiceProvider ServicesOf(string connectionString, TimeProvider clock) => new ServiceCollection()
        .AddLogging()
        .AddSingleton(clock)
        .AddStorage(connectionString)
        .BuildServiceProvider();

    public async Task InitializeAsync()
    {
        if (new DatabaseFactAttribute().Skip is null)
        {
            database = await TestDatabase.CreateAsync();
            services = ServicesOf(database.ConnectionString, Clock);
            await Get<DatabaseMigrator>().MigrateAsync(CancellationToken.None);
        }
    }

    public async Task DisposeAsync()
    {
        if (database is not null)
        {
            await services.DisposeAsync();
            await database.DisposeAsync();
        }
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public async Task<T> ScalarAsync<T>(string sql, params object[] arguments)
    {
        await using var command = Command(sql, arguments);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async Task ExecuteAsync(string sql, params object[] arguments)
    {
        await using var command = Command(sql, arguments);
        await command.ExecuteNonQueryAsync();
    }

    private NpgsqlCommand Command(string sql, object[] arguments)
    {
        var command = DataSource.CreateCommand(sql);
        foreach (var argument in arguments)
        {
            command.Parameters.AddWithValue(argument);
        }

        return command;
    }
}
