namespace TrendGrains.Storage.Scouting;

/// <summary>What was decided about a host that articles name; a host without a row is only proposed.</summary>
public sealed record SourceProposalRow
{
    public required string Host { get; init; }

    /// <summary><c>trial</c>, <c>promoted</c>, <c>dropped</c> or <c>vetoed</c>.</summary>
    public required string State { get; init; }

    /// <summary>Slug of the source that tries it, or that it became.</summary>
    public string? Source { get; init; }

    /// <summary>Pages that the trial may fetch.</summary>
    public int Budget { get; init; }

    public int Pages { get; init; }
    public double Reward { get; init; }
    public string? Reason { get; init; }
    public DateTimeOffset DecidedAt { get; init; }
}
