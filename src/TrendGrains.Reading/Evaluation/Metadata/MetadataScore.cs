namespace TrendGrains.Reading.Evaluation.Metadata;

/// <summary>How well the fields of one page were read.</summary>
public sealed record MetadataScore(MetadataGold Gold, ReadPage Read)
{
    public TitleMatch? Title { get; } = string.IsNullOrWhiteSpace(Gold.Title) ? null : TitleMatch.Of(Read.Title, Gold.Title, Read.SiteName, Gold.Url);

    public HashSet<string> GoldAuthors { get; } = AuthorNames.Of(Gold.Author);

    public HashSet<string> Authors { get; } = AuthorNames.Of(Read.Byline);

    public DateMatch Date { get; } = DateMatches.Of(Read.Published, Gold.Published);

    /// <summary>The gold day is the one on which the page says that it was changed: some corpora take the newest date that a page shows.</summary>
    public bool IsModifiedDay { get; } = Gold.Published is { Length: > 0 } && DateMatches.Of(Read.Modified, Gold.Published) == DateMatch.Right;
}
