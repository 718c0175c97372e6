using System.Text.Json.Serialization;
using TrendGrains.Input;
using TrendGrains.Reading;

namespace TrendGrains.Output;

/// <summary>The line that <c>extract</c> writes for a page; the fields from <see cref="Problem"/> on only where they are asked for or there.</summary>
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
    public bool IsAdvert { get; init; }
    public double AdvertScore { get; init; }
    public required string Text { get; init; }
    public double Ms { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Problem { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public DateTimeOffset? Modified { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? SiteName { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? CanonicalUrl { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public IReadOnlyDictionary<string, double>? KindScores { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public ExtractDecision[]? Decisions { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public PageBlock[]? Blocks { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public PageMedia[]? Media { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string[]? Tags { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public PageLink[]? Links { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public IReadOnlyDictionary<string, string>? Origins { get; init; }

    /// <param name="name">File or address.</param>
    /// <param name="url">The page's address where it is known.</param>
    public static ExtractLine Of(string name, string? url, ReadPage page, double milliseconds) => new()
    {
        Id = PageFile.Id(name),
        Url = url ?? page.CanonicalUrl,
        Title = page.Title,
        Byline = page.Byline,
        Published = page.Published,
        Language = page.Language,
        PageKind = page.PageKind,
        IsArticle = page.IsArticle,
        ArticleScore = Math.Round(page.ArticleScore, 4),
        IsAdvert = page.IsAdvert,
        AdvertScore = Math.Round(page.AdvertScore, 4),
        Text = page.Text,
        Ms = milliseconds,
        Problem = page.Problem?.Sentence,
    };

    /// <summary>Every field that was read.</summary>
    public ExtractLine With(ReadPage page) => this with
    {
        Modified = page.Modified,
        SiteName = page.SiteName,
        CanonicalUrl = page.CanonicalUrl,
        KindScores = page.KindScores.Length == 0 ? null : PageKinds.All.Zip(page.KindScores).ToDictionary(k => k.First, k => Math.Round((double)k.Second, 4)),
        Decisions = Array.ConvertAll(page.Decisions, d => new ExtractDecision(d.Task, d.Label, Math.Round(d.Score, 4), d.Why)),
        Blocks = page.Blocks,
        Media = page.Media,
        Tags = page.Tags,
        Links = page.Links,
        Origins = page.Origins,
    };
}

/// <summary>What a model decided about a page, and what weighed most.</summary>
internal sealed record ExtractDecision(string Task, string Label, double Score, string[] Why);
