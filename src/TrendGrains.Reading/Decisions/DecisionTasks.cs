namespace TrendGrains.Reading.Decisions;

/// <summary>The tasks of models that decide about pages, and their labels of two.</summary>
public static class DecisionTasks
{
    public const string PageKind = PageModels.KindTask;
    public const string Article = "article";
    public const string Advert = "advert";

    /// <summary>In the order in which they are decided.</summary>
    public static IReadOnlyList<string> All { get; } = [PageKind, Article, Advert];
}
