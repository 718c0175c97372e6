using Microsoft.EntityFrameworkCore;
using Npgsql;
using Pgvector.EntityFrameworkCore;
using TrendGrains.TestKit.Postgres;
using static TrendGrains.StandIns.Pgvector.Tests.VectorContext;

namespace TrendGrains.StandIns.Pgvector.Tests;

/// <summary>EF Core with UseVector.</summary>
[Trait("Build", "contract")]
public sealed class QueryTests : IAsyncLifetime
{
    private TestDatabase database = null!;
    private NpgsqlDataSource source = null!;
    private VectorContext context = null!;

    public async Task InitializeAsync()
    {
        if (new DatabaseFactAttribute().Skip is null)
        {
            database = await TestDatabase.CreateAsync();
            (context, source) = await CreateAsync(database);
            context.Points.AddRange(
                new Point { Id = 1, Place = Vector(1, 0, 0) },
                new Point { Id = 2, Place = Vector(0, 1, 0) },
                new Point { Id = 3, Place = Vector(1, 1, 0) },
                new Point { Id = 4 });
            await context.SaveChangesAsync();
            context.ChangeTracker.Clear();
        }
    }

    public async Task DisposeAsync()
    {
        if (context is not null)
        {
            await context.DisposeAsync();
            await source.DisposeAsync();
            await database.DisposeAsync();
        }
    }

    [DatabaseFact]
    public async Task What_was_saved_is_read_back()
    {
        var points = await context.Points.OrderBy(p => p.Id).ToListAsync();

        Assert.Equal([Vector(1, 0, 0), Vector(0, 1, 0), Vector(1, 1, 0), null], points.Select(p => p.Place));
    }

    [DatabaseFact]
    public async Task A_change_of_the_vector_is_seen_and_saved()
    {
        var point = await context.Points.SingleAsync(p => p.Id == 1);
        point.Place = Vector(0, 0, 1);
        Assert.Equal(1, await context.SaveChangesAsync());
        point.Place = Vector(0, 0, 1);
        Assert.Equal(0, await context.SaveChangesAsync());
        point.Place = null;
        Assert.Equal(1, await context.SaveChangesAsync());

        Assert.Null(await context.Points.AsNoTracking().Where(p => p.Id == 1).Select(p => p.Place).SingleAsync());
    }

    [DatabaseFact]
    public async Task Orders_by_cosine_distance_and_returns_it()
    {
        var query = Vector(2, 0.1f, 0);

        var nearest = await context.Points.Where(p => p.Place != null)
            .OrderBy(p => p.Place!.CosineDistance(query))
            .Select(p => new { p.Id, Distance = p.Place!.CosineDistance(query) })
            .ToListAsync();

        Assert.Equal([1, 3, 2], nearest.Select(n => n.Id));
        Assert.InRange(nearest[0].Distance, 0, 0.01);
        Assert.InRange(nearest[2].Distance, 0.9, 1.0);
    }

    [DatabaseFact]
    public async Task Filters_by_cosine_distance_and_takes_it_from_either_side()
    {
        var query = Vector(0, 3, 0);

        Assert.Equal([2], await context.Points.Where(p => p.Place!.CosineDistance(query) < 0.1).Select(p => p.Id).ToListAsync());
        Assert.Equal([2], await context.Points.Where(p => query.CosineDistance(p.Place!) < 0.1).Select(p => p.Id).ToListAsync());
    }

    [DatabaseFact]
    public async Task Compares_for_equality()
    {
        var query = Vector(1, 1, 0);

        Assert.Equal([3], await context.Points.Where(p => p.Place == query).Select(p => p.Id).ToListAsync());
    }

    [DatabaseFact]
    public async Task Updates_in_the_database()
    {
        var place = Vector(9, 9, 9);
        await context.Points.Where(p => p.Id == 4).ExecuteUpdateAsync(set => set.SetProperty(p => p.Place, place));

        Assert.Equal(place, await context.Points.Where(p => p.Id == 4).Select(p => p.Place).SingleAsync());
    }

    [DatabaseFact]
    public async Task The_index_serves_the_order()
    {
        await using var connection = await source.OpenConnectionAsync();
        var query = Vector(1, 0, 0);
        var sql = context.Points.OrderBy(p => p.Place!.CosineDistance(query)).Take(2).ToQueryString();
        Assert.Contains("ORDER BY p.place <=> @", sql, StringComparison.Ordinal);

        await using var explain = new NpgsqlCommand(
            "SET enable_seqscan = off; EXPLAIN SELECT id FROM points ORDER BY place <=> '[1,0,0]' LIMIT 2", connection);
        await using var reader = await explain.ExecuteReaderAsync();
        var plan = new List<string>();
        while (await reader.ReadAsync())
        {
            plan.Add(reader.GetString(0));
        }

        Assert.Contains(plan, line => line.Contains("points_place", StringComparison.Ordinal));
    }

    [Fact]
    public void Outside_of_a_query_there_is_no_distance() =>
        Assert.Throws<InvalidOperationException>(() => Vector(1).CosineDistance(Vector(1)));
}
