namespace TrendGrains.Reading.Evaluation.Metadata;

/// <summary>What people say a page's fields are; null where the corpus has none.</summary>
/// <param name="Published">As the corpus writes it: a day, a month, or a moment with its zone.</param>
public sealed record MetadataGold(string Id, string Url, string Kind, string? Title, string? Author, string? Published)
{
    public static MetadataGold Of(WcxbPage page) => new(page.Id, page.Url, page.Kind, page.Title, page.Author, page.Published);
}
