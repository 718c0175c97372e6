using TrendGrains.Abstractions.Sources;

namespace TrendGrains.Crawling.Fetch;

/// <summary>Ends the reading of a body from inside the stack of streams that decodes it.</summary>
internal sealed class BodyRefusedException(CrawlReason reason, string message) : Exception(message)
{
    public CrawlReason Reason { get; } = reason;
}
