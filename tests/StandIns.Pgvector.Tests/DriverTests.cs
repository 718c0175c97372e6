using Npgsql;
using Pgvector;
using TrendGrains.TestKit.Postgres;
using static TrendGrains.StandIns.Pgvector.Tests.VectorContext;

namespace TrendGrains.StandIns.Pgvector.Tests;

/// <summary>Npgsql with UseVector, without EF Core.</summary>
[Trait("Build", "contract")]
public sealed class DriverTests : IAsyncLifetime
{
    private TestDatabase database = null!;
    private NpgsqlDataSource source = null!;

    public async Task InitializeAsync()
    {
        if (new DatabaseFactAttribute().Skip is null)
        {
            database = await TestDatabase.CreateAsync();
            (var context, source) = await CreateAsync(database);
            await context.DisposeAsync();
        }
    }

    public async Task DisposeAsync()
    {
        if (source is not null)
        {
            await source.DisposeAsync();
            await database.DisposeAsync();
        }
    }

    [DatabaseFact]
    public async Task A_parameter_comes_back_as_it_went()
    {
        await using var command = source.CreateCommand("SELECT $1, ($1)::text, pg_typeof($1)::text");
        command.Parameters.AddWithValue(Vector(1, -0.5f, 65504));
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();

        Assert.Equal(Vector(1, -0.5f, 65504), reader.GetFieldValue<HalfVector>(0));
        Assert.Equal("[1,-0.5,65504]", reader.GetString(1));
        Assert.Equal("halfvec", reader.GetString(2));
    }

    [DatabaseFact]
    public async Task A_reader_gives_it_without_being_asked_for_the_type()
    {
        await using var command = source.CreateCommand("SELECT '[1,2,3]'::halfvec");

        Assert.Equal(Vector(1, 2, 3), await command.ExecuteScalarAsync());
    }

    [DatabaseFact]
    public async Task The_longest_vector_fits_although_it_is_longer_than_the_buffer()
    {
        var longest = new HalfVector(Enumerable.Range(0, 16_000).Select(i => (Half)(i % 100)).ToArray());
        await using var command = source.CreateCommand("SELECT $1");
        command.Parameters.AddWithValue(longest);

        Assert.Equal(longest, await command.ExecuteScalarAsync());
    }

    [DatabaseFact]
    public async Task Binary_copy_in_and_out()
    {
        await using var connection = await source.OpenConnectionAsync();
        await using (var copy = await connection.BeginBinaryImportAsync("COPY points (id, place) FROM STDIN (FORMAT binary)"))
        {
            for (var i = 1; i <= 5_000; i++)
            {
                await copy.StartRowAsync();
                await copy.WriteAsync(i);
                await (i % 2 == 0 ? copy.WriteAsync(Vector(i, 0, 1)) : copy.WriteNullAsync());
            }

            await copy.CompleteAsync();
        }

        var read = new Dictionary<int, HalfVector?>();
        await using var export = await connection.BeginBinaryExportAsync("COPY points (id, place) TO STDOUT (FORMAT binary)");
        while (await export.StartRowAsync() != -1)
        {
            var id = await export.ReadAsync<int>();
            if (export.IsNull)
            {
                await export.SkipAsync();
                read[id] = null;
            }
            else
            {
                read[id] = await export.ReadAsync<HalfVector>();
            }
        }

        Assert.Equal(5_000, read.Count);
        Assert.Null(read[1]);
        Assert.Equal(Vector(2_000, 0, 1), read[2_000]);
    }

    [DatabaseFact]
    public async Task Another_dimension_than_the_columns_is_refused()
    {
        await using var command = source.CreateCommand("INSERT INTO points VALUES (1, $1)");
        command.Parameters.AddWithValue(Vector(1, 2));

        var refused = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync());
        Assert.Equal(PostgresErrorCodes.DataException, refused.SqlState);
    }
}
