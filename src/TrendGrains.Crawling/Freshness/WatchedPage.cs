namespace TrendGrains.Crawling.Freshness;

/// <param name="Rate">Changes a day, above 0.</param>
/// <param name="Importance">What it is worth that the copy of it is as it is now, above 0.</param>
/// <param name="Host">Index of its host among the limits; 0 without any.</param>
public readonly record struct WatchedPage(double Rate, double Importance, int Host = 0);
