namespace TrendGrains.Reading.Decisions;

/// <summary>What a decision changes of a page. Pure.</summary>
public static class Decided
{
    public static ReadPage With(ReadPage page, PageDecision decision)
    {
        var decided = page with { Decisions = [.. page.Decisions.Where(d => d.Task != decision.Task), decision] };
        return decision.Task switch
        {
            DecisionTasks.PageKind => decided with { PageKind = decision.Label, KindScores = decision.Scores },
            // A page without a text is none to read, whatever it looks like.
            DecisionTasks.Article => decided with { IsArticle = decision.Label == "article" && page.Text.Length > 0, ArticleScore = page.Text.Length == 0 ? 0 : decision.Scores[1] },
            DecisionTasks.Advert => decided with { IsAdvert = decision.Label == "advert", AdvertScore = decision.Scores[1] },
            _ => decided,
        };
    }
}
