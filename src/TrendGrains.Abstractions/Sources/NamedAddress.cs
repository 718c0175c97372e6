namespace TrendGrains.Abstractions.Sources;

/// <summary>An address that a sitemap, a feed or robots.txt named.</summary>
/// <param name="Url">Normalised.</param>
/// <param name="Depth">Links away from the source's first page.</param>
/// <param name="Referrer">What named it.</param>
/// <param name="Title">What it was called there; empty when it was not.</param>
/// <param name="Changed">When it changed, as said there.</param>
[GenerateSerializer, Immutable, Alias("named-address")]
public sealed record NamedAddress(
    [property: Id(0)] string Url,
    [property: Id(1)] int Depth,
    [property: Id(2)] string Referrer,
    [property: Id(3)] FrontierRole Role,
    [property: Id(4)] string Title,
    [property: Id(5)] DateTimeOffset? Changed);

/// <summary>Validators of a sitemap or feed that was read, and the newest time that it named: the next reading begins there.</summary>
[GenerateSerializer, Immutable, Alias("entrance-reading")]
public sealed record EntranceReading(
    [property: Id(0)] long Sequence,
    [property: Id(1)] string? ETag,
    [property: Id(2)] string? LastModified,
    [property: Id(3)] DateTimeOffset? Newest);
