namespace TrendGrains.Storage.Scouting;

/// <summary>A host that articles name in their text, and what became of it.</summary>
public sealed record SourceProposal
{
    public const string Proposed = "proposed";
    public const string Trial = "trial";
    public const string Promoted = "promoted";
    public const string Dropped = "dropped";
    public const string Vetoed = "vetoed";

    /// <summary>Lower case, without <c>www.</c>.</summary>
    public required string Host { get; init; }

    /// <summary>The address of it that was named last; null for a host that nothing names any more.</summary>
    public string? Url { get; init; }

    /// <summary><c>proposed</c>, <c>trial</c>, <c>promoted</c>, <c>dropped</c> or <c>vetoed</c>.</summary>
    public required string State { get; init; }

    /// <summary>Articles that name it.</summary>
    public int Articles { get; init; }

    /// <summary>Sources that these articles are of.</summary>
    public int Sources { get; init; }

    public DateTimeOffset? FirstSeen { get; init; }
    public DateTimeOffset? LastSeen { get; init; }

    /// <summary>Slug of the source that tries it, or that it became.</summary>
    public string? Source { get; init; }

    /// <summary>Pages that its trial may fetch.</summary>
    public int Budget { get; init; }

    /// <summary>Pages that its trial has fetched, and what they were worth together.</summary>
    public int Pages { get; init; }

    public double Reward { get; init; }

    /// <summary>Why it is in its state, for a person.</summary>
    public string? Reason { get; init; }
}
