namespace TrendGrains.Reading.Markup;

/// <summary>What an element's name, role, class and id say about what it holds.</summary>
[Flags]
internal enum Hint
{
    None = 0,
    Navigation = 1 << 0,
    Header = 1 << 1,
    Footer = 1 << 2,
    Sidebar = 1 << 3,
    Comments = 1 << 4,
    Related = 1 << 5,
    Share = 1 << 6,
    Advert = 1 << 7,
    Popup = 1 << 8,
    Signup = 1 << 9,
    Byline = 1 << 10,
    Tags = 1 << 11,
    Breadcrumb = 1 << 12,
    Paging = 1 << 13,
    Hidden = 1 << 14,
    Controls = 1 << 15,
    Legal = 1 << 16,
    Reviews = 1 << 17,
    TableOfContents = 1 << 18,
    Cart = 1 << 19,

    /// <summary>Says that it names a writer: by property, relation, class or where its link leads.</summary>
    Writer = 1 << 20,

    /// <summary>Says that it holds a date.</summary>
    Dated = 1 << 21,

    /// <summary>The body of an article, said so by itemprop, class or id.</summary>
    ArticleBody = 1 << 24,
    Content = 1 << 25,
    Post = 1 << 26,
    Product = 1 << 27,
    Item = 1 << 28,
}
