using System.Globalization;
using System.Text.Json;
using TrendGrains.Abstractions.Items;
using TrendGrains.Crawling.Feeds;

namespace TrendGrains.Crawling.Sites.Search;

/// <summary>A SearXNG server's JSON. It asks other engines and keeps no account, so there is no key.</summary>
internal sealed class SearXngSearch : ISearchEngine
{
    public string? Home => null;

    public SiteLogin? Login(string root) => null;

    public string Page(string root, SearchWords words, int page) => string.Create(
        CultureInfo.InvariantCulture, $"{root}/search?q={Uri.EscapeDataString(words.Words)}&format=json&pageno={page}")
        + Query.Part("language", words.Language is { } language && words.Region is { } region && !language.Contains('-') ? $"{language}-{region}" : words.Language)
        + (words.Since switch { 'd' => "&time_range=day", 'w' => "&time_range=week", 'm' => "&time_range=month", 'y' => "&time_range=year", _ => "" });

    public FeedEntry[]? Read(JsonElement answer) => answer.Field("results") is not { ValueKind: JsonValueKind.Array } ? null
        : [.. answer.Items("results").Select(r => new FeedEntry
        {
            Url = r.Text("url"),
            Title = r.Text("title"),
            Summary = r.Text("content"),
            Published = FeedDates.Parse(r.Text("publishedDate")),
        })];

    public bool GoesOn(JsonElement answer, int page) => answer.Items("results").Any();
}
