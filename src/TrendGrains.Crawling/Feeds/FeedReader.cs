namespace TrendGrains.Crawling.Feeds;

/// <summary>Reads RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, JSON Feed 1.x and CDF from any bytes.</summary>
public static class FeedReader
{
    /// <summary>Never throws for what the bytes hold: the answer's problems say what was wrong and where.</summary>
    /// <param name="charset">Character set that the transport named, if any.</param>
    /// <param name="baseUrl">Where the feed came from: relative URLs are resolved against it.</param>
    public static ParsedFeed Read(ReadOnlyMemory<byte> body, string? charset, Uri? baseUrl) => throw new NotImplementedException();
}
