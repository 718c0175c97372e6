using TrendGrains.Abstractions.Items;

namespace TrendGrains.Importing;

/// <summary>One item of an import, on its way from its file to its place in the order of time.</summary>
/// <param name="BaseUrl">What its address is relative to.</param>
/// <param name="Source">Slug of the source it is filed under.</param>
/// <param name="SourceTitle">What its file calls that source, where that is no slug.</param>
internal sealed record SpooledItem(FeedEntry Entry, string? BaseUrl, string Source, string? SourceTitle);
