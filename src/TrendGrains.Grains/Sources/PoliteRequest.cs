using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Fetch;

namespace TrendGrains.Grains.Sources;

/// <summary>What to fetch, and how it may be asked for.</summary>
internal sealed record PoliteRequest(string Url, AccessMode Access, FetchPurpose Purpose)
{
    /// <summary>Validators of the copy at hand.</summary>
    public string? ETag { get; init; }

    public string? LastModified { get; init; }

    public RequestCredential? Credential { get; init; }

    /// <summary>Fields to POST; such a request follows no redirect.</summary>
    public IReadOnlyDictionary<string, string>? Form { get; init; }

    /// <summary>What the service means by an answer; asked before the host is told of it.</summary>
    public Func<FetchedPage, DateTimeOffset, FetchedPage>? Judge { get; init; }
}
