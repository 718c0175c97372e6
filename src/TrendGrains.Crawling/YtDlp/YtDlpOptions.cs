using System.ComponentModel.DataAnnotations;

namespace TrendGrains.Crawling.YtDlp;

/// <summary>Limits of one run of yt-dlp. Section <c>YtDlp</c>.</summary>
public sealed class YtDlpOptions
{
    public const string Section = "YtDlp";

    /// <summary>Absolute path of the program; when null, the <c>yt-dlp</c> of PATH.</summary>
    public string? Executable { get; set; }

    [Range(typeof(TimeSpan), "00:00:01", "00:01:30")]
    public TimeSpan TimeLimit { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Bytes of metadata it may print.</summary>
    [Range(1024, 256 * 1024 * 1024)]
    public int MaxOutputBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>Bytes it may move over the network, both ways.</summary>
    [Range(1024, 1024L * 1024 * 1024)]
    public long MaxNetworkBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>Newest entries of a listing that are asked for.</summary>
    [Range(1, 1000)]
    public int MaxEntries { get; set; } = 50;

    /// <summary>Languages of subtitles that are worth having, as BCP 47 tags; what the video itself is spoken in is always tried.</summary>
    public string[] SubtitleLanguages { get; set; } = ["ko", "en"];
}
