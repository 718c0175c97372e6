using System.ComponentModel.DataAnnotations;

namespace TrendGrains.Crawling.Sites.Search;

/// <summary>Which service answers sources of kind search. Section <c>Search</c>; its key is a variable of the environment.</summary>
public sealed class SearchOptions
{
    public const string Section = "Search";

    /// <summary>None by default: searching needs a contract, or a server of one's own.</summary>
    public SearchProvider? Provider { get; set; }

    /// <summary>Address of a SearXNG server. For the others only in place of their own, and only for sources that are internal.</summary>
    [RegularExpression("^https?://[^/]+/?$")]
    public string? Address { get; set; }

    /// <summary>Pages of results that one crawl reads: ten each with Google and SearXNG, twenty with Brave.</summary>
    [Range(1, 10)]
    public int Pages { get; set; } = 3;
}

/// <summary>A service that searches the web for programs.</summary>
public enum SearchProvider
{
    /// <summary>Google's Programmable Search (Custom Search JSON API); closed to new customers, it ends on 1 January 2027.</summary>
    Google,

    /// <summary>Brave Search API.</summary>
    Brave,

    /// <summary>A SearXNG server with its JSON format switched on.</summary>
    SearXng,
}
