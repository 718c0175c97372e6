using Npgsql;
using TrendGrains.Storage;
using TrendGrains.Storage.Sources;
using TrendGrains.Storage.Trends;

namespace TrendGrains.Web.Trends;

/// <summary>Reads what a board shows. A database that does not answer, or has no tables yet, is part of the answer.</summary>
internal sealed class BoardReader(TrendStore trends, SourceStore sources, DatabaseReadiness database, IGrainFactory grains, TimeProvider clock)
{
    /// <summary>Trends on a board.</summary>
    public const int Longest = 40;

    /// <summary>Members read of each trend: enough to find three sources and the picture's host among them.</summary>
    private const int MembersEach = 12;

    private static readonly TimeSpan patience = TimeSpan.FromSeconds(2);

    public async Task<BoardView> ReadAsync(BoardFilter filter, CancellationToken cancellationToken)
    {
        var activations = await ActivationsAsync(cancellationToken);
        try
        {
            var health = await trends.HealthAsync(cancellationToken);
            var counts = await sources.CountAsync(cancellationToken);
            var ranked = await trends.TopAsync(new TrendQuery(Longest, filter.Language, filter.Topic), cancellationToken);
            var members = ranked.Count == 0 ? [] : await trends.MembersAsync([.. ranked.Select(t => t.Id)], MembersEach, cancellationToken);
            return new BoardView
            {
                Filter = filter,
                Clock = new PageClock(clock.GetUtcNow(), health.Now),
                Health = new BoardHealth(null, activations, counts.All, counts.Synthetic > 0, health),
                Trends = ranked,
                Members = members.ToLookup(m => m.TrendId),
            };
        }
        catch (NpgsqlException error)
        {
            return new BoardView
            {
                Filter = filter,
                Clock = new PageClock(clock.GetUtcNow(), null),
                Health = new BoardHealth(await ProblemAsync(error, cancellationToken), activations, 0, false, null),
            };
        }
    }

    private async Task<string> ProblemAsync(NpgsqlException error, CancellationToken cancellationToken) =>
        error is PostgresException { SqlState: PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn }
            ? "its tables are being made"
            : await database.ProblemAsync(cancellationToken) ?? error.Message;

    private async Task<int?> ActivationsAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await grains.GetGrain<IManagementGrain>(0).GetTotalActivationCount().WaitAsync(patience, clock, cancellationToken);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }
}
