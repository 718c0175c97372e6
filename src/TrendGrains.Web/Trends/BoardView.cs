using TrendGrains.Storage.Trends;

namespace TrendGrains.Web.Trends;

/// <summary>Everything that one board shows, read at once.</summary>
internal sealed record BoardView
{
    public required BoardFilter Filter { get; init; }
    public required PageClock Clock { get; init; }
    public required BoardHealth Health { get; init; }

    /// <summary>In order of rank.</summary>
    public IReadOnlyList<RankedTrend> Trends { get; init; } = [];

    /// <summary>A few members of each trend.</summary>
    public ILookup<Guid, TrendMember> Members { get; init; } = Array.Empty<TrendMember>().ToLookup(m => m.TrendId);
}

/// <summary>How the platform is.</summary>
/// <param name="DatabaseProblem">Null when the database answers.</param>
/// <param name="Activations">Grains in memory; null when the silo does not answer.</param>
/// <param name="Trends">Null while nothing could be read yet.</param>
internal sealed record BoardHealth(string? DatabaseProblem, int? Activations, int Sources, bool Synthetic, TrendHealth? Trends);
