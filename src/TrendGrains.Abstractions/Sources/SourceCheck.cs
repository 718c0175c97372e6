namespace TrendGrains.Abstractions.Sources;

/// <summary>What would happen if a source were crawled now, as far as can be told without asking its site for it.</summary>
public sealed record SourceCheck
{
    public required string Slug { get; init; }
    public required SourceKind Kind { get; init; }
    public required AccessMode Access { get; init; }

    /// <summary>What would be asked for first; null where that cannot be said.</summary>
    public string? First { get; init; }

    /// <summary>When it is due; null when paused.</summary>
    public DateTimeOffset? NextDue { get; init; }

    public required CheckFinding[] Findings { get; init; }

    /// <summary>The gravest of the findings'.</summary>
    public CheckVerdict Verdict => Findings.Length == 0 ? CheckVerdict.Ok : Findings.Max(f => f.Verdict);
}

/// <param name="Subject"><c>definition</c>, <c>robots</c>, <c>credentials</c>, <c>address</c>, <c>program</c> or <c>schedule</c>.</param>
/// <param name="Why">One sentence for a person. Of credentials the names alone.</param>
public sealed record CheckFinding(string Subject, CheckVerdict Verdict, string Why);

public enum CheckVerdict
{
    Ok,

    /// <summary>It would go on, but not as well as it could.</summary>
    Warning,

    /// <summary>Nothing would be read.</summary>
    Refused,
}
