using TrendGrains.Abstractions.Sources;

namespace TrendGrains.Crawling.Policies;

/// <summary>A link that a policy may choose.</summary>
/// <param name="Id">The caller's own, e.g. the frontier's number; ascending in the order found.</param>
/// <param name="Url">Normalised.</param>
/// <param name="Depth">Links away from the source's address.</param>
public sealed record FrontierLink(long Id, string Url, int Depth, LinkClue Clue);

/// <summary>What was chosen, and how likely that choice was: the propensity that off-policy evaluation needs.</summary>
/// <param name="Propensity">Above 0, at most 1.</param>
/// <param name="Group">The group of links that it was drawn from, in the policy's own words, for the log.</param>
/// <param name="Expected">The reward that the policy expected; null where it expects nothing.</param>
public sealed record PolicyChoice(FrontierLink Link, double Propensity, string Group, double? Expected);
