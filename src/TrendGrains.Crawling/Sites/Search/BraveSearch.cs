using System.Globalization;
using System.Text.Json;
using TrendGrains.Abstractions.Items;
using TrendGrains.Crawling.Feeds;

namespace TrendGrains.Crawling.Sites.Search;

/// <summary>Brave Search API, web search: twenty results a page, ten pages at most.</summary>
internal sealed class BraveSearch : ISearchEngine
{
    private const int PageSize = 20;

    public string Home => "https://api.search.brave.com";

    public SiteLogin Login(string root) => new KeyLogin(root, "X-Subscription-Token", "TRENDGRAINS_BRAVE_SEARCH_KEY");

    public string Page(string root, SearchWords words, int page) => string.Create(
        CultureInfo.InvariantCulture,
        $"{root}/res/v1/web/search?q={Uri.EscapeDataString(words.Words)}&count={PageSize}&offset={page - 1}&result_filter=web&text_decorations=false")
        + Query.Part("search_lang", words.Language?.Split('-')[0]) + Query.Part("country", words.Region) + (words.Since is { } age ? $"&freshness=p{age}" : "");

    public FeedEntry[]? Read(JsonElement answer) => answer.Text("type") != "search" ? null
        : [.. (answer.Field("web")?.Items("results") ?? []).Select(r => new FeedEntry
        {
            Url = r.Text("url"),
            Title = r.Text("title"),
            Summary = r.Text("description"),
            Published = FeedDates.Parse(r.Text("page_age")),
            Language = r.Text("language"),
            Origin = (r.Field("profile")?.Text("name") ?? r.Field("meta_url")?.Text("hostname")) is { } site ? new FeedOrigin(site, null) : null,
        })];

    public bool GoesOn(JsonElement answer, int page) => answer.Field("query")?.IsTrue("more_results_available") == true;
}
