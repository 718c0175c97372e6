using Npgsql;
using TrendGrains.TestKit.Postgres;

namespace TrendGrains.TestKit.Tests.Postgres;

public sealed class TestDatabaseTests
{
    [DatabaseFact]
    public async Task Has_half_precision_vectors()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var command = database.DataSource.CreateCommand("SELECT '[1,0]'::halfvec(2) <=> '[0,1]'::halfvec(2)");
        Assert.Equal(1d, await command.ExecuteScalarAsync());
    }

    [DatabaseFact]
    public async Task Two_databases_made_at_once_do_not_see_each_other()
    {
        var both = await Task.WhenAll(TestDatabase.CreateAsync(), TestDatabase.CreateAsync());
        await using var one = both[0];
        await using var other = both[1];

        await using var create = one.DataSource.CreateCommand("CREATE TABLE only_here (id int)");
        await create.ExecuteNonQueryAsync();

        await using var look = other.DataSource.CreateCommand("SELECT to_regclass('only_here') IS NULL");
        Assert.Equal(true, await look.ExecuteScalarAsync());
    }

    [DatabaseFact]
    public async Task Is_gone_once_disposed_although_a_session_is_still_open()
    {
        var database = await TestDatabase.CreateAsync();
        await using var lingering = new NpgsqlConnection(database.ConnectionString);
        await lingering.OpenAsync();

        await database.DisposeAsync();

        await using var again = new NpgsqlConnection(database.ConnectionString + ";Pooling=false");
        var refused = await Assert.ThrowsAsync<PostgresException>(() => again.OpenAsync());
        Assert.Equal(PostgresErrorCodes.InvalidCatalogName, refused.SqlState);
    }
}
