using Microsoft.Extensions.Options;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Replays;
using TrendGrains.Crawling.Sites.GoogleNews;
using TrendGrains.Crawling.Sites.Json;
using TrendGrains.Crawling.Sites.Netflix;
using TrendGrains.Crawling.Sites.Reddit;
using TrendGrains.Crawling.Sites.Search;
using TrendGrains.Crawling.Sites.YouTube;
using TrendGrains.Crawling.YtDlp;

namespace TrendGrains.Crawling.Sites;

/// <summary>Which adapter reads which kind, by which access.</summary>
public sealed class SiteAdapters(SiteSecrets secrets, IOptions<SearchOptions> searching)
{
    private readonly RedditAdapter reddit = new();
    private readonly JsonListingAdapter json = new();
    private readonly NetflixAdapter netflix = new();
    private readonly GoogleNewsAdapter googleNews = new();
    private readonly SearchAdapter search = new(secrets, searching.Value);
    private readonly YouTubeFeedAdapter youTubeFeed = new();
    private readonly YouTubeApiAdapter youTubeApi = new();

    /// <summary>Null for feeds, sites and files, which are read without, and for what goes through yt-dlp, which is no listing over HTTP.</summary>
    public ISiteAdapter? For(SourceKind kind, AccessMode access) => (kind, access) switch
    {
        (_, AccessMode.YtDlp) => null,
        (SourceKind.Reddit, _) => reddit,
        (SourceKind.Json, _) => json,
        (SourceKind.Netflix, _) => netflix,
        (SourceKind.GoogleNews, _) => googleNews,
        (SourceKind.Search, _) => search,
        (SourceKind.YouTube, AccessMode.Feed) => youTubeFeed,
        (SourceKind.YouTube, AccessMode.Api) => youTubeApi,
        _ => null,
    };

    /// <summary>What is said against a definition before it is stored, missing credentials among it; null when nothing.</summary>
    public string? Refuse(SourceDefinition source) => RefuseAsDefined(source) ?? (!Recording.Is(source) && Missing(source) is { Length: > 0 } missing
        ? $"access {AccessModes.Word(source.Access)} needs {string.Join(" and ", missing)} in the environment of the process that crawls."
        : null);

    /// <summary>What is said against the definition alone; null when nothing.</summary>
    public string? RefuseAsDefined(SourceDefinition source)
    {
        if (AccessModes.Refuse(source.Kind, source.Access) is { } combination)
        {
            return combination;
        }

        if (Recording.Is(source))
        {
            return Recording.Refuse(source) ?? (source.Kind == SourceKind.Json ? json.Refuse(source) : null);
        }

        if (source.Access == AccessMode.YtDlp)
        {
            YtDlpTarget.For(source, 1, out var refusal);
            return refusal;
        }

        var adapter = For(source.Kind, source.Access);
        if (adapter is null && source.Kind is not (SourceKind.Feed or SourceKind.Site or SourceKind.File))
        {
            return $"kind {AccessModes.Word(source.Kind)} with access {AccessModes.Word(source.Access)} cannot be read yet.";
        }

        return adapter?.Refuse(source);
    }

    /// <summary>Names of the environment variables that the source needs and that are not set.</summary>
    public string[] Missing(SourceDefinition source) =>
        [.. (For(source.Kind, source.Access)?.Login(source)?.Variables ?? []).Where(v => secrets[v] is null)];
}
