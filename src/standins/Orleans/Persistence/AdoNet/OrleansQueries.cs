using Npgsql;
using Orleans.Runtime;

namespace Orleans.Storage;

/// <summary>The statements that the database keeps for the providers, by key, in table OrleansQuery.</summary>
internal sealed class OrleansQueries(IReadOnlyDictionary<string, string> texts)
{
    public string this[string key] => texts.TryGetValue(key, out var text)
        ? text
        : throw new OrleansException($"Table OrleansQuery has no row \"{key}\": the database was not migrated.");

    public static async Task<OrleansQueries> ReadAsync(NpgsqlDataSource source, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("select querykey, querytext from orleansquery");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        var texts = new Dictionary<string, string>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            texts.Add(reader.GetString(0), reader.GetString(1));
        }

        return new(texts);
    }

    public static NpgsqlDataSource Open(string? invariant, string? connectionString, string what) =>
        NpgsqlDataSource.Create(Check(invariant, connectionString, what));

    /// <exception cref="OrleansException">Only Npgsql can be used here.</exception>
    public static string Check(string? invariant, string? connectionString, string what)
    {
        if (invariant != "Npgsql")
        {
            throw new OrleansException($"{what}: the invariant must be \"Npgsql\", not \"{invariant}\".");
        }

        return string.IsNullOrWhiteSpace(connectionString)
            ? throw new OrleansException($"{what}: the connection string is missing.")
            : connectionString;
    }
}
