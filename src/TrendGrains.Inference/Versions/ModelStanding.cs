namespace TrendGrains.Inference.Versions;

/// <summary>Which version of a model serves, and which one is on trial.</summary>
/// <param name="Live">The version whose results are used.</param>
/// <param name="Earlier">Versions that served before and were good, the last one first: what a rollback goes back to.</param>
/// <param name="Trial">Null when none is.</param>
public sealed record ModelStanding(string Model, string Live, IReadOnlyList<string> Earlier, VersionTrial? Trial);

/// <param name="Percent">Of items that a canary answers, by a hash of their content: the same item always meets the same version. 0 in the shadow.</param>
public sealed record VersionTrial(string Version, TrialKind Kind, double Percent);

public enum TrialKind
{
    /// <summary>It answers a part of the items; where it fails, the live version answers.</summary>
    Canary,

    /// <summary>It is asked what the live version was asked; how often both agree is counted and nothing is used.</summary>
    Shadow,
}

/// <summary>One decision about versions, for the record.</summary>
/// <param name="What"><c>canary</c>, <c>shadow</c>, <c>end</c>, <c>promote</c> or <c>roll back</c>.</param>
public sealed record VersionChange(DateTimeOffset At, string Model, string What, string From, string To, string Why);
