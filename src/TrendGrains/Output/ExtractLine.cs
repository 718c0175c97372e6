using System.Text.Json.Serialization;
using TrendGrains.Input;
using TrendGrains.Reading;

namespace TrendGrains.Output;

/// <summary>The line that <c>extract</c> writes for a page.</summary>
internal sealed record ExtractLine
{
    public required string Id { get; init; }
    public string? Url { get; init; }
    public string? Title { get; init; }
    public string? Byline { get; init; }
    public DateTimeOffset? Published { get; init; }
    public string? Language { get; init; }
    public string? PageKind { get; init; }
    public bool IsArticle { get; init; }
    public double ArticleScore { get; init; }
    public required string Text { get; init; }
    public double Ms { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Problem { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? SiteName { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public PageLink[]? Links { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public PageMedia[]? Media { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string[]? Tags { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public IReadOnlyDictionary<string, string>? Origins { get; init; }

    public static ExtractLine Of(string file, string? url, ReadPage page, double milliseconds) => new()
    {
        Id = PageFile.Id(file),
        Url = url ?? page.CanonicalUrl,
        Title = page.Title,
        Byline = page.Byline,
        Published = page.Published,
        Language = page.Language,
        PageKind = page.PageKind,
        IsArticle = page.IsArticle,
        ArticleScore = page.ArticleScore,
        Text = page.Text,
        Ms = milliseconds,
        Problem = page.Problem?.Sentence,
    };
}
