namespace TrendGrains.Press.Hosting;

/// <summary>Something to add as a source.</summary>
/// <param name="Kind"><c>feed</c> or <c>site</c>.</param>
/// <param name="FollowEntries">The feed gives first lines only: fetch the pages that it announces.</param>
public sealed record SourceNote(string Slug, string Kind, string Url, bool FollowEntries);
