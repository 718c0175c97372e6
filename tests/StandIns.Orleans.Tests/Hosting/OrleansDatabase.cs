using Npgsql;
using TrendGrains.TestKit;
using TrendGrains.TestKit.Postgres;

namespace TrendGrains.StandIns.Orleans.Tests.Hosting;

/// <summary>A database with the providers' tables, as the product's migration makes them.</summary>
internal sealed class OrleansDatabase(TestDatabase database) : IAsyncDisposable
{
    public string ConnectionString => database.ConnectionString;

    public NpgsqlDataSource DataSource => database.DataSource;

    public static async Task<OrleansDatabase> CreateAsync()
    {
        var database = await TestDatabase.CreateAsync();
        var script = await File.ReadAllTextAsync(Path.Combine(Checkout.Root, "src/TrendGrains.Storage/Migrations/Sql/orleans.sql"));

        // Twice: the migration may be applied to a database that has it.
        for (var time = 0; time < 2; time++)
        {
            await using var command = database.DataSource.CreateCommand(script);
            await command.ExecuteNonQueryAsync();
        }

        return new(database);
    }

    public async Task<T> ReadAsync<T>(string sql)
    {
        await using var command = database.DataSource.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();
}
