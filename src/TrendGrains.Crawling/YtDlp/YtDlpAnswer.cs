using TrendGrains.Abstractions.Sources;

namespace TrendGrains.Crawling.YtDlp;

/// <summary>What came of one run.</summary>
public sealed record YtDlpAnswer
{
    /// <summary><see cref="CrawlReason.Fetched"/>, or why not.</summary>
    public required CrawlReason Reason { get; init; }

    /// <summary>One sentence for a person.</summary>
    public required string Detail { get; init; }

    /// <summary>One JSON object a line, in yt-dlp's own words; what came before a limit cut it off is kept.</summary>
    public byte[] Output { get; init; } = [];

    /// <summary>Subtitle files by language tag, as WebVTT.</summary>
    public IReadOnlyDictionary<string, byte[]> Subtitles { get; init; } = new Dictionary<string, byte[]>();

    public TimeSpan Elapsed { get; init; }

    /// <summary>Bytes moved over the network, both ways.</summary>
    public long NetworkBytes { get; init; }
}
