namespace TrendGrains.Crawling.Policies;

/// <summary>
/// How likely a link leads to an article, by weights that were set by hand once and never fitted: what news sites have in common. The sum of
/// what holds goes through the logistic function; a link of which nothing holds is at 0.27.
/// </summary>
internal static class StaticScore
{
    public static double Of(in LinkShape link) => 1 / (1 + Math.Exp(-LogOdds(link)));

    public static double LogOdds(in LinkShape link)
    {
        var sum = -1.0;
        sum += link.Dated ? 1.5 : 0;
        sum += link.Slug ? 1.0 : 0;
        sum += link.Numbered ? 1.0 : 0;
        sum += link.BelowArticles ? 0.5 : 0;
        sum += link.InHeading ? 0.5 : 0;
        sum += link.AnchorLength >= 24 ? 1.0 : link.AnchorLength <= 3 ? -0.5 : 0;
        sum -= link.Listing ? 1.5 : 0;
        sum -= link.Paged ? 1.5 : 0;
        sum -= link.Service ? 1.5 : 0;
        sum -= link.NumberAnchor ? 1.0 : 0;
        sum -= link.InFrame ? 0.75 : 0;
        sum -= link.Segments == 0 ? 1.0 : 0;
        return sum;
    }
}
