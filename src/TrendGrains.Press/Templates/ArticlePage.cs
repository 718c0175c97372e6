using TrendGrains.Press.Sites;
using TrendGrains.Press.World;

namespace TrendGrains.Press.Templates;

/// <summary>All that an article page shows.</summary>
/// <param name="Url">Absolute.</param>
/// <param name="Picture">Absolute; null without one.</param>
/// <param name="Readers">Comments below it.</param>
internal sealed record ArticlePage(
    Masthead Masthead, Edition Edition, string Url, string? Picture, Teaser[] Related, Teaser[] Latest, Teaser[] Adverts, (string Name, string Words)[] Readers)
{
    /// <summary>Lists of links around the text that lead to listings.</summary>
    public LinkGroup[] Groups { get; init; } = [];

    public Publication Publication => Edition.Publication;
    public bool IsAdvert => Publication.Kind == PublicationKind.Advert;

    /// <summary>The outlet says that it was paid for.</summary>
    public bool IsMarkedAdvert => IsAdvert && Masthead.Style.Adverts != AdvertMarks.None;

    public bool IsOpinion => Publication.Kind == PublicationKind.Opinion;
    public string? Byline => Publication.Byline;
}
