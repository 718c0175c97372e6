using TrendGrains.Abstractions.Sources;

namespace TrendGrains.Crawling.Sites;

/// <summary>How each kind of source may be read; docs/sources.md has the reasons.</summary>
public static class AccessModes
{
    /// <summary>The modes of a kind, its default first.</summary>
    public static IReadOnlyList<AccessMode> Of(SourceKind kind) => kind switch
    {
        SourceKind.Site => [AccessMode.Crawl],
        SourceKind.Reddit => [AccessMode.Feed, AccessMode.Api],
        SourceKind.YouTube => [AccessMode.Feed, AccessMode.Api, AccessMode.YtDlp],
        SourceKind.Search => [AccessMode.Api],
        SourceKind.Instagram or SourceKind.TikTok => [AccessMode.YtDlp],
        SourceKind.Json => [AccessMode.Feed, AccessMode.Crawl, AccessMode.Api],
        SourceKind.Feed or SourceKind.File => [AccessMode.Feed, AccessMode.Crawl],
        _ => [AccessMode.Feed],
    };

    /// <summary>What is said against a combination, and what would work; null when it is one.</summary>
    public static string? Refuse(SourceKind kind, AccessMode access) => Of(kind).Contains(access)
        ? null
        : $"kind {Word(kind)} is read with access {string.Join(" or ", Of(kind).Select(m => Word(m)))}, not {Word(access)}.";

    public static string Word(Enum value) => value.ToString().ToLowerInvariant();
}
