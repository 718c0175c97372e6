namespace TrendGrains.Press.Templates;

/// <summary>The look of a news site: which elements carry what. Everything inside <c>body</c>; the head is <see cref="PageHead"/>'s.</summary>
internal interface ITheme
{
    string Stylesheet { get; }

    void Article(Markup page, ArticlePage article);

    void Listing(Markup page, ListingPage listing);

    void Notice(Markup page, NoticePage notice);
}
