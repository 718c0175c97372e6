using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Sites.Json;
using TrendGrains.Crawling.Sites.Netflix;
using TrendGrains.Crawling.Sites.Reddit;

namespace TrendGrains.Crawling.Sites;

/// <summary>Which adapter reads which kind.</summary>
public static class SiteAdapters
{
    private static readonly RedditAdapter reddit = new();
    private static readonly JsonListingAdapter json = new();
    private static readonly NetflixAdapter netflix = new();

    /// <summary>Null for a kind that has none: feeds, sites and files are read without.</summary>
    public static ISiteAdapter? For(SourceKind kind) => kind switch
    {
        SourceKind.Reddit => reddit,
        SourceKind.Json => json,
        SourceKind.Netflix => netflix,
        _ => null,
    };
}
