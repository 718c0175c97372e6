namespace TrendGrains.Abstractions.Sources;

/// <summary>What a look at an address found, before it is made a source.</summary>
/// <param name="Kind">What it is: a feed where the address itself is one, else a site; null where nothing could be read.</param>
/// <param name="Detail">One sentence for a person: what was seen, or why nothing was.</param>
/// <param name="Entrances">Feeds that the page announces or links to, and sitemaps that robots.txt names.</param>
public sealed record SourceFindings(SourceKind? Kind, string Detail, FoundEntrance[] Entrances);

/// <summary>A way into a site besides its links.</summary>
/// <param name="Origin"><c>announced</c> in the page's head, <c>linked</c> from the page, or named by <c>robots.txt</c>.</param>
public sealed record FoundEntrance(FrontierRole Role, string Url, string? Title, string Origin);
