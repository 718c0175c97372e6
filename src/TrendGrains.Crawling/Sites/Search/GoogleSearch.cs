using System.Globalization;
using System.Text.Json;
using TrendGrains.Abstractions.Items;
using TrendGrains.Crawling.Feeds;

namespace TrendGrains.Crawling.Sites.Search;

/// <summary>Custom Search JSON API. The engine's identifier (cx) is no secret: it stands in the page of every site that uses one.</summary>
internal sealed class GoogleSearch(SiteSecrets secrets) : ISearchEngine
{
    private const string Engine = "TRENDGRAINS_GOOGLE_SEARCH_ENGINE";
    private const int PageSize = 10;

    public string Home => "https://customsearch.googleapis.com";

    public SiteLogin Login(string root) => new KeyLogin(root, "X-Goog-Api-Key", "TRENDGRAINS_GOOGLE_SEARCH_KEY", Engine);

    public string Page(string root, SearchWords words, int page) => string.Create(
        CultureInfo.InvariantCulture,
        $"{root}/customsearch/v1?cx={Uri.EscapeDataString(secrets[Engine] ?? "")}&q={Uri.EscapeDataString(words.Words)}&num={PageSize}&start={(PageSize * (page - 1)) + 1}")
        + Query.Part("hl", words.Language) + Query.Part("lr", words.Language is { } language ? $"lang_{language}" : null) + Query.Part("gl", words.Region?.ToLowerInvariant())
        + (words.Since is { } age ? $"&dateRestrict={age}1" : "");

    public FeedEntry[]? Read(JsonElement answer) => answer.Text("kind") != "customsearch#search" ? null
        : [.. answer.Items("items").Select(i =>
        {
            var tags = i.Field("pagemap")?.Items("metatags").Cast<JsonElement?>().FirstOrDefault() ?? default;
            return new FeedEntry
            {
                Url = i.Text("link"),
                Title = tags.Text("og:title") ?? i.Text("title"),
                Summary = tags.Text("og:description") ?? i.Text("snippet"),
                Published = FeedDates.Parse(tags.Text("article:published_time")),
                Origin = (tags.Text("og:site_name") ?? i.Text("displayLink")) is { } site ? new FeedOrigin(site, null) : null,
            };
        })];

    public bool GoesOn(JsonElement answer, int page) => answer.Field("queries")?.Items("nextPage").Any() == true;
}
