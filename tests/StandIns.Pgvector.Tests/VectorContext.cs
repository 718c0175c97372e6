using Microsoft.EntityFrameworkCore;
using Npgsql;
using Pgvector;
using TrendGrains.TestKit.Postgres;

namespace TrendGrains.StandIns.Pgvector.Tests;

/// <summary>Three-dimensional vectors in a database of the test's own.</summary>
internal sealed class VectorContext(DbContextOptions<VectorContext> options) : DbContext(options)
{
    public DbSet<Point> Points => Set<Point>();

    public static async Task<(VectorContext Context, NpgsqlDataSource Source)> CreateAsync(TestDatabase database)
    {
        var builder = new NpgsqlDataSourceBuilder(database.ConnectionString);
        builder.UseVector();
        var source = builder.Build();
        await using (var command = source.CreateCommand(
            """
            CREATE TABLE points (id integer PRIMARY KEY, place halfvec(3));
            CREATE INDEX points_place ON points USING hnsw (place halfvec_cosine_ops)
            """))
        {
            await command.ExecuteNonQueryAsync();
        }

        var options = new DbContextOptionsBuilder<VectorContext>().UseNpgsql(source, postgres => postgres.UseVector()).Options;
        return (new VectorContext(options), source);
    }

    public static HalfVector Vector(params float[] elements) => new(Array.ConvertAll(elements, e => (Half)e));

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Point>(point =>
    {
        point.ToTable("points");
        point.Property(p => p.Id).HasColumnName("id").ValueGeneratedNever();
        point.Property(p => p.Place).HasColumnName("place").HasColumnType("halfvec(3)");
    });
}

internal sealed class Point
{
    public int Id { get; set; }

    public HalfVector? Place { get; set; }
}
