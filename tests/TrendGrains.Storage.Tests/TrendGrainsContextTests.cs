using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using TrendGrains.TestKit.Postgres;

namespace TrendGrains.Storage.Tests;

/// <summary>Migrations are SQL by hand, so nothing but this keeps the model and the database alike.</summary>
public sealed class TrendGrainsContextTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>
{
    [DatabaseFact]
    public async Task The_model_is_the_database_column_by_column_in_both_directions()
    {
        // Orleans' tables belong to its providers, partitions are their parent's columns again.
        var actual = new List<string>();
        await using (var command = database.DataSource.CreateCommand(
            """
            SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull
            FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
                AND c.relname NOT LIKE 'orleans%' AND c.relname <> 'schema_migrations'
            """))
        {
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                actual.Add(Line(reader.GetString(0), reader.GetString(1), reader.GetString(2), !reader.GetBoolean(3)));
            }
        }

        Assert.Equal(actual.Order(StringComparer.Ordinal), (await ModelAsync()).Order(StringComparer.Ordinal));
    }

    [DatabaseFact]
    public async Task Every_key_of_the_model_is_unique_in_the_database()
    {
        await using var context = await ContextAsync();
        foreach (var entity in context.Model.GetEntityTypes().Where(e => e.FindPrimaryKey() is not null))
        {
            var columns = entity.FindPrimaryKey()!.Properties.Select(p => p.GetColumnName()).Order(StringComparer.Ordinal).ToArray();
            var unique = await database.ScalarAsync<long>(
                """
                SELECT count(*) FROM pg_index x WHERE x.indrelid = $1::regclass AND x.indisunique AND x.indpred IS NULL AND
                    (SELECT array_agg(a.attname::text ORDER BY a.attname::text COLLATE "C") FROM pg_attribute a
                     WHERE a.attrelid = x.indrelid AND a.attnum = ANY(x.indkey::smallint[])) = $2
                """,
                entity.GetTableName()!, columns);

            Assert.True(unique > 0, $"{entity.GetTableName()} ({string.Join(", ", columns)})");
        }
    }

    private async Task<List<string>> ModelAsync()
    {
        await using var context = await ContextAsync();
        return [.. context.Model.GetEntityTypes().SelectMany(
            entity => entity.GetProperties(),
            (entity, property) => Line(entity.GetTableName()!, property.GetColumnName(), property.GetColumnType(), property.IsColumnNullable()))];
    }

    private Task<TrendGrainsContext> ContextAsync() => database.Get<IDbContextFactory<TrendGrainsContext>>().CreateDbContextAsync();

    private static string Line(string table, string column, string type, bool isNullable) =>
        $"{table}.{column} {type}{(isNullable ? "" : " NOT NULL")}";
}
