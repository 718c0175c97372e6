namespace TrendGrains.Abstractions.Sources;

/// <summary>What a source's address is. Stored as the lower-case name.</summary>
[GenerateSerializer, Alias("source-kind")]
public enum SourceKind
{
    /// <summary>RSS, Atom or JSON Feed.</summary>
    Feed,

    /// <summary>A web site, followed link by link from its first page.</summary>
    Site,

    /// <summary>Items given by hand with <c>import</c>; never fetched.</summary>
    File,

    /// <summary>A listing of Reddit, or of a forum that speaks its JSON.</summary>
    Reddit,

    /// <summary>A JSON listing that the operator described with a mapping.</summary>
    Json,

    /// <summary>The table of weekly top tens that Netflix publishes, as tab-separated values.</summary>
    Netflix,

    /// <summary>A channel, a playlist or a search of YouTube.</summary>
    YouTube,

    /// <summary>Google News by query, topic or place, in a language and a country.</summary>
    GoogleNews,

    /// <summary>A web search through a search API that the operator has configured.</summary>
    Search,

    /// <summary>A profile of Instagram, through yt-dlp.</summary>
    Instagram,

    /// <summary>A profile of TikTok, through yt-dlp.</summary>
    TikTok,
}
