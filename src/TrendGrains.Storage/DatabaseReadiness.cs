using Npgsql;

namespace TrendGrains.Storage;

/// <summary>Says whether the database answers, and in words for a person when it does not.</summary>
public sealed class DatabaseReadiness(NpgsqlDataSource database)
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(5);

    /// <summary>Null when it answers; else a sentence that names where it should be and what went wrong, never a password.</summary>
    public async Task<string?> ProblemAsync(CancellationToken cancellationToken)
    {
        var place = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(patience);
        try
        {
            await using var command = database.CreateCommand("SELECT 1");
            await command.ExecuteScalarAsync(deadline.Token);
            return null;
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            var why = error is OperationCanceledException ? $"no answer within {patience.TotalSeconds:0} s" : error.Message;
            return $"PostgreSQL at {place.Host}:{place.Port}, database {place.Database}: {why}";
        }
    }
}
