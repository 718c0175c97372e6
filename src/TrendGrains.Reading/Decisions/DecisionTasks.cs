namespace TrendGrains.Reading.Decisions;

/// <summary>The tasks of models that decide about pages.</summary>
public static class DecisionTasks
{
    public const string PageKind = PageModels.KindTask;

    /// <summary>Labels <c>other</c> and <c>article</c>.</summary>
    public const string Article = "article";

    /// <summary>Labels <c>editorial</c> and <c>advert</c>.</summary>
    public const string Advert = "advert";

    /// <summary>In the order in which they are decided.</summary>
    public static IReadOnlyList<string> All { get; } = [PageKind, Article, Advert];

    /// <summary>Kind and article are questions about web pages; whether somebody paid for it, about anything that says something.</summary>
    public static bool Asks(string task, ReadPage page) =>
        page.Signals is not null && page.Problem is not { IsUnreadable: true }
        && (task == Advert ? !string.IsNullOrWhiteSpace(page.Title) || page.Text.Length > 0 : page.KindScores.Length > 0);
}
