namespace TrendGrains.Abstractions.Sources;

/// <summary>How a source may be read. Stored as the lower-case name.</summary>
[GenerateSerializer, Alias("access-mode")]
public enum AccessMode
{
    /// <summary>Any page; robots.txt binds.</summary>
    Crawl,

    /// <summary>A feed that the operator added: its own address is read as a subscriber would; pages it links to are <see cref="Crawl"/>.</summary>
    Feed,

    /// <summary>An interface used with credentials under its terms.</summary>
    Api,

    /// <summary>Through yt-dlp, which the operator opted into.</summary>
    YtDlp,
}
