namespace TrendGrains.Crawling.Feeds;

/// <summary>How much of a feed is kept. Above these a feed is broken or hostile; what is cut is reported once.</summary>
internal static class FeedLimits
{
    public const int Entries = 10_000;
    public const int TitleLength = 4_000;
    public const int SummaryLength = 256 * 1024;
    public const int ContentLength = 2 * 1024 * 1024;
    public const int UrlLength = 8 * 1024;
    public const int Tags = 100;
    public const int Media = 100;
    public const int Problems = 100;

    /// <summary>Elements within elements; deeper ones are dropped, their text kept.</summary>
    public const int Depth = 200;

    /// <summary>Elements and texts of one document.</summary>
    public const int Nodes = 500_000;
}
