using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Sites.GoogleNews;
using TrendGrains.Crawling.Sites.Search;
using TrendGrains.Crawling.Sites.YouTube;

namespace TrendGrains.Crawling.Sites;

/// <summary>From what an operator typed to the address that is stored: for some kinds it may be words.</summary>
public static class SourceAddress
{
    /// <param name="language">BCP 47 tag.</param>
    /// <param name="region">ISO 3166-1 code of a country.</param>
    /// <exception cref="FormatException">The words make no address, or language and country say nothing here.</exception>
    public static string Of(SourceKind kind, string typed, string? language, string? region)
    {
        typed = typed.Trim();
        var isAddress = typed.Contains("://", StringComparison.Ordinal);
        if ((language ?? region) is not null && (isAddress || kind is not (SourceKind.GoogleNews or SourceKind.Search or SourceKind.YouTube)))
        {
            throw new FormatException($"--language and --region choose the edition of words for googlenews, search and youtube; '{typed}' has its own.");
        }

        return kind switch
        {
            SourceKind.GoogleNews when !isAddress => GoogleNewsAddress.OfWords(typed, language, region),
            SourceKind.Search when !isAddress => new SearchWords(typed, language, region?.ToUpperInvariant(), Since: null).Url,
            SourceKind.YouTube when !isAddress => YouTubeAddress.OfWords(typed, language, region?.ToUpperInvariant()).Url,
            SourceKind.Reddit when !isAddress && typed.Trim('/') is ['r', '/', .. var name] && !name.Contains('/') => $"https://www.reddit.com/r/{name}/",
            _ => typed,
        };
    }
}
