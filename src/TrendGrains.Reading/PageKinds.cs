namespace TrendGrains.Reading;

/// <summary>What a page is for: the seven kinds of the WCXB corpus, and other.</summary>
public static class PageKinds
{
    public const string Article = "article";
    public const string Forum = "forum";
    public const string Product = "product";
    public const string Collection = "collection";
    public const string Listing = "listing";
    public const string Documentation = "documentation";
    public const string Service = "service";

    /// <summary>Nothing was read, or it is a bare file.</summary>
    public const string Other = "other";

    /// <summary>The kinds that a page can be told to be, in the order of a model's scores.</summary>
    public static IReadOnlyList<string> All { get; } = [Article, Service, Forum, Product, Collection, Listing, Documentation];
}
