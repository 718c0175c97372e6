using System.Text.Json;
using Npgsql;

namespace TrendGrains.Storage.Learned;

/// <summary>What versions of costly models said of contents, so that no process has to ask them again. Upkeep deletes them after a while.</summary>
public sealed class ModelRunStore(NpgsqlDataSource database, TimeProvider clock)
{
    private const string Find =
        """
        SELECT run.result::text FROM unnest($3::uuid[]) WITH ORDINALITY AS asked (content_hash, place)
        LEFT JOIN model_runs run ON run.content_hash = asked.content_hash AND run.model = $1 AND run.version = $2
        ORDER BY asked.place
        """;

    /// <summary>In one order whoever writes, so that two writers of the same contents do not lock one another out.</summary>
    private const string Keep =
        """
        INSERT INTO model_runs (content_hash, model, version, at, result)
        SELECT content_hash, $1, $2, $3, result::jsonb FROM unnest($4::uuid[], $5::text[]) AS kept (content_hash, result) ORDER BY content_hash
        ON CONFLICT DO NOTHING
        """;

    /// <summary>For each content, in order, the numbers that the version gave; null where it was not asked.</summary>
    public async Task<float[]?[]> FindAsync(string model, string version, Guid[] contents, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Find);
        command.Parameters.AddWithValue(model);
        command.Parameters.AddWithValue(version);
        command.Parameters.AddWithValue(contents);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var found = new float[]?[contents.Length];
        for (var i = 0; await reader.ReadAsync(cancellationToken); i++)
        {
            found[i] = reader.IsDBNull(0) ? null : JsonSerializer.Deserialize<float[]>(reader.GetString(0));
        }

        return found;
    }

    /// <summary>Stores what is not stored yet: the first result of a content stays.</summary>
    public async Task KeepAsync(string model, string version, IReadOnlyList<KeyValuePair<Guid, float[]>> results, CancellationToken cancellationToken)
    {
        if (results.Count == 0)
        {
            return;
        }

        await using var command = database.CreateCommand(Keep);
        command.Parameters.AddWithValue(model);
        command.Parameters.AddWithValue(version);
        command.Parameters.AddWithValue(clock.GetUtcNow().ToUniversalTime());
        command.Parameters.AddWithValue(results.Select(r => r.Key).ToArray());
        command.Parameters.AddWithValue(results.Select(r => JsonSerializer.Serialize(r.Value)).ToArray());
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
