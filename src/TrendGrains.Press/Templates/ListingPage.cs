namespace TrendGrains.Press.Templates;

/// <summary>The front page, a section or a tag.</summary>
/// <param name="Topic">Null on the front page.</param>
/// <param name="Older">Root-relative; null on the last page.</param>
internal sealed record ListingPage(Masthead Masthead, string Path, string Heading, string? Topic, Teaser[] Teasers, Teaser[] MostRead, string? Newer, string? Older)
{
    /// <summary>Lists of links that lead to other listings.</summary>
    public LinkGroup[] Groups { get; init; } = [];
}
