using TrendGrains.Abstractions.Sources;

namespace TrendGrains.Crawling.Policies;

/// <summary>A link that a policy may choose.</summary>
/// <param name="Id">The caller's own, e.g. the frontier's number; ascending in the order found.</param>
/// <param name="Url">Normalised.</param>
/// <param name="Depth">Links away from the source's address.</param>
public sealed record FrontierLink(long Id, string Url, int Depth, LinkClue Clue)
{
    /// <summary>
    /// The page that it was first found on, as that page was chosen: a page that gives no article but leads to many is worth its links, and
    /// this says whose they are. Null where nothing is known; then only its own reward counts for a page.
    /// </summary>
    public string? Referrer { get; init; }
}
