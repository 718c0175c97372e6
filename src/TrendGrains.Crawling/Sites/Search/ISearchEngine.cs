using System.Text.Json;
using TrendGrains.Abstractions.Items;

namespace TrendGrains.Crawling.Sites.Search;

/// <summary>One search service: its addresses and its answers.</summary>
internal interface ISearchEngine
{
    /// <summary>Scheme and authority where the operator names no other; null where there is none of its own.</summary>
    string? Home { get; }

    /// <summary>What lets a request in; null where nothing is asked for.</summary>
    SiteLogin? Login(string root);

    /// <param name="page">From 1.</param>
    string Page(string root, SearchWords words, int page);

    /// <summary>The results; null where the answer is none of this service's.</summary>
    FeedEntry[]? Read(JsonElement answer);

    /// <summary>Whether the answer says, or lets expect, that there are results after it.</summary>
    bool GoesOn(JsonElement answer, int page);
}
