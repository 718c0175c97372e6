using System.ComponentModel.DataAnnotations;

namespace TrendGrains.Crawling.Rendering;

/// <summary>Limits of rendering one page. Section <c>Rendering</c>.</summary>
public sealed class RenderingOptions
{
    public const string Section = "Rendering";

    /// <summary>Absolute path of a Chromium; when null, the first of google-chrome-stable, google-chrome, chromium, chromium-browser in PATH.</summary>
    public string? Executable { get; set; }

    /// <summary>From the opened page to its HTML.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:30")]
    public TimeSpan TimeLimit { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a page that loads nothing more is waited for.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan Settling { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Bytes that the page may move over the network, both ways, besides its own document.</summary>
    [Range(1024, 1024L * 1024 * 1024)]
    public long MaxNetworkBytes { get; set; } = 32 * 1024 * 1024;

    /// <summary>Connections that the page may open.</summary>
    [Range(1, 10_000)]
    public int MaxConnections { get; set; } = 200;

    /// <summary>How often a page that grows when its end is reached is scrolled there.</summary>
    [Range(0, 100)]
    public int MaxScrolls { get; set; } = 10;

    /// <summary>Elements of the finished page.</summary>
    [Range(100, 10_000_000)]
    public int MaxElements { get; set; } = 100_000;

    /// <summary>Characters of the finished page; of three bytes each, these are as much as is read of any page.</summary>
    [Range(1024, 100_000_000)]
    public int MaxCharacters { get; set; } = 3_300_000;

    /// <summary>Pages that are open at one time.</summary>
    [Range(1, 8)]
    public int Concurrency { get; set; } = 2;
}
