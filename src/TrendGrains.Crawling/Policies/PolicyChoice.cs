namespace TrendGrains.Crawling.Policies;

/// <summary>What was chosen, and how likely that choice was: the propensity that off-policy evaluation needs.</summary>
/// <param name="Propensity">Above 0, at most 1.</param>
/// <param name="Group">The group of links that it was drawn from, in the policy's own words, for the log.</param>
/// <param name="Expected">The worth that the policy expected of it, 0…1; null where it expects nothing.</param>
public sealed record PolicyChoice(FrontierLink Link, double Propensity, string Group, double? Expected);
