namespace TrendGrains.Press.Templates;

/// <summary>A publication as a link elsewhere on the site.</summary>
/// <param name="Picture">Root-relative; null without one.</param>
internal sealed record Teaser(string Title, string Path, string Lead, DateTimeOffset Published, string Topic, string? Picture, bool IsAdvert)
{
    /// <summary>Links beside the title that lead to no other text: print, share, log in.</summary>
    public LinkGroup? Tools { get; init; }
}
