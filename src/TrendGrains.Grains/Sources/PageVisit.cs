using TrendGrains.Abstractions.Sources;
using TrendGrains.Storage.Sources;

namespace TrendGrains.Grains.Sources;

/// <summary>A page of the frontier that was asked for.</summary>
/// <param name="Landed">The address that answered, after redirects.</param>
/// <param name="LastModified">When the page says that it last changed.</param>
internal sealed record PageVisit(FrontierUrl Url, string Landed, DateTimeOffset At, CrawlReason Reason, DateTimeOffset? LastModified);
