namespace TrendGrains.Crawling.Robots;

/// <summary>Whether a URL may be fetched, and the line of the file that decided; null where no line did.</summary>
public readonly record struct RobotsDecision(bool Allowed, string? Rule, int? Line);
