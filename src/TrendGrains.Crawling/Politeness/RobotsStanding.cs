using TrendGrains.Crawling.Robots;

namespace TrendGrains.Crawling.Politeness;

/// <summary>What is known of a host's robots.txt, and until when it holds.</summary>
internal sealed record RobotsStanding
{
    /// <summary>Null while nothing may be fetched because the host could not be asked.</summary>
    public RobotsRules? Rules { get; init; }

    /// <summary>When the rules were read.</summary>
    public DateTimeOffset? FetchedAt { get; init; }

    /// <summary>When the host is asked again.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>Tries in a row that found nobody.</summary>
    public int Failures { get; init; }

    public required string Detail { get; init; }

    /// <summary>
    /// RFC 9309, 2.3.1.4 and 2.4: rules hold for their lifetime; a host that then cannot be asked keeps the rules it had, and one that
    /// never could be asked allows nothing.
    /// </summary>
    public static RobotsStanding After(RobotsStanding? before, RobotsAnswer answer, DateTimeOffset now, PolitenessOptions options)
    {
        if (answer.Rules is { } rules)
        {
            return new RobotsStanding { Rules = rules, FetchedAt = now, DueAt = now + options.RobotsLifetime, Detail = answer.Detail };
        }

        var failures = (before?.Failures ?? 0) + 1;
        return new RobotsStanding
        {
            Rules = before?.Rules,
            FetchedAt = before?.FetchedAt,
            DueAt = now + BackOff.Pause(failures, answer.RetryAfter, options),
            Failures = failures,
            Detail = answer.Detail,
        };
    }
}
