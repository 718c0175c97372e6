using System.ComponentModel.DataAnnotations;

namespace TrendGrains.Crawling.Fetch;

/// <summary>Limits of one request. Section <c>Fetch</c>.</summary>
public sealed class FetchOptions
{
    public const string Section = "Fetch";

    /// <summary>The name that robots.txt files address.</summary>
    [Required, RegularExpression("^[A-Za-z_-]{1,64}$")]
    public string RobotsToken { get; set; } = "TrendGrainsBot";

    /// <summary>Where a site's owner can read about this crawler or reach its operator; sent with every request.</summary>
    [RegularExpression("^(https?://|mailto:)[\\x21-\\x27\\x2a-\\x7e]{3,200}$")]
    public string? Contact { get; set; }

    /// <summary>The User-Agent header, e.g. <c>TrendGrainsBot/0.1 (+https://news.example/bot)</c>.</summary>
    public string UserAgent => Contact is null ? $"{RobotsToken}/0.1" : $"{RobotsToken}/0.1 (+{Contact})";

    /// <summary>From the first byte sent to the last byte read, name resolution included.</summary>
    [Range(typeof(TimeSpan), "00:00:00.05", "00:10:00")]
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Until the headers have been read.</summary>
    [Range(typeof(TimeSpan), "00:00:00.05", "00:10:00")]
    public TimeSpan HeadersTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Until the name is resolved and a connection stands.</summary>
    [Range(typeof(TimeSpan), "00:00:00.05", "00:10:00")]
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Between two pieces of a body.</summary>
    [Range(typeof(TimeSpan), "00:00:00.05", "00:10:00")]
    public TimeSpan IdleTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Body bytes after decompression.</summary>
    [Range(1024, 256 * 1024 * 1024)]
    public int MaxBytes { get; set; } = 10 * 1024 * 1024;

    /// <summary>Body bytes on the wire.</summary>
    [Range(1024, 256 * 1024 * 1024)]
    public int MaxCompressedBytes { get; set; } = 10 * 1024 * 1024;

    /// <summary>Decompressed bytes for each byte on the wire, judged from the first MiB on. Markup stays under 100; a bomb is at 1,000.</summary>
    [Range(10, 2000)]
    public int MaxRatio { get; set; } = 200;

    /// <summary>Response headers, in KiB.</summary>
    [Range(1, 1024)]
    public int MaxHeaderKilobytes { get; set; } = 64;

    /// <summary>Open connections to one host.</summary>
    [Range(1, 64)]
    public int MaxConnectionsPerHost { get; set; } = 4;
}
