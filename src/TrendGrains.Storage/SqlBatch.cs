using Npgsql;

namespace TrendGrains.Storage;

/// <summary>Statements with positional parameters ($1, $2, …) that travel together.</summary>
internal static class SqlBatch
{
    /// <summary>Adds a statement; a null argument is NULL, whose type the statement itself must tell.</summary>
    public static void Add(this NpgsqlBatch batch, string sql, params ReadOnlySpan<object?> arguments)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var argument in arguments)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = argument ?? DBNull.Value });
        }

        batch.BatchCommands.Add(command);
    }
}
