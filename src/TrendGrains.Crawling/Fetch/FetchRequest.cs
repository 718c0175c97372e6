namespace TrendGrains.Crawling.Fetch;

/// <summary>One request for one hop; redirects are answers, not followed.</summary>
public sealed record FetchRequest
{
    /// <summary>Absolute http(s) URL; anything else is answered with a reason, not an exception.</summary>
    public required Uri Url { get; init; }

    public FetchPurpose Purpose { get; init; }

    /// <summary>Entity tag of the copy at hand, as the server gave it.</summary>
    public string? IfNoneMatch { get; init; }

    /// <summary>Last-Modified of the copy at hand, as the server gave it.</summary>
    public string? IfModifiedSince { get; init; }

    /// <summary>The operator allowed addresses of this machine and its private network.</summary>
    public bool AllowPrivate { get; init; }

    /// <summary>What lets the request in; sent only to the origin that it belongs to.</summary>
    public RequestCredential? Credential { get; init; }

    /// <summary>Fields to POST as a form; null for GET.</summary>
    public IReadOnlyDictionary<string, string>? Form { get; init; }
}

/// <summary>What the body is wanted for, and so which media types are read.</summary>
public enum FetchPurpose
{
    /// <summary>An HTML, XHTML or plain-text page.</summary>
    Page,

    /// <summary>A feed in XML or JSON, whatever text type the server calls it.</summary>
    Feed,

    /// <summary>A sitemap: XML or text, packed with gzip or not.</summary>
    Sitemap,

    /// <summary>A robots.txt: any media type, and only its first 500 KiB.</summary>
    Robots,

    /// <summary>The JSON of an interface; what it says when it refuses is read too.</summary>
    Api,
}
