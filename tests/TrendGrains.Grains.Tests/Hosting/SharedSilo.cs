using TrendGrains.TestKit.Postgres;

namespace TrendGrains.Grains.Tests.Hosting;

/// <summary>One silo and one database for all tests that use keys of their own; not started where there is no server.</summary>
public sealed class SharedSilo : IAsyncLifetime
{
    private TestDatabase? database;
    private GrainSilo? silo;

    public IGrainFactory Grains => silo!.Grains;

    internal TestDatabase Database => database!;

    internal GrainSilo Silo => silo!;

    public async Task InitializeAsync()
    {
        if (new DatabaseFactAttribute().Skip is null)
        {
            database = await TestDatabase.CreateAsync();
            silo = await GrainSilo.StartAsync(database);
        }
    }

    public async Task DisposeAsync()
    {
        await (silo?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (database?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    internal async Task<long> CountAsync(string sql, params object[] arguments)
    {
        await using var command = Database.DataSource.CreateCommand(sql);
        foreach (var argument in arguments)
        {
            command.Parameters.Add(new Npgsql.NpgsqlParameter { Value = argument });
        }

        return (long)(await command.ExecuteScalarAsync())!;
    }
}

[CollectionDefinition(nameof(SharedSilo))]
public sealed class SharedSiloCollection : ICollectionFixture<SharedSilo>;
