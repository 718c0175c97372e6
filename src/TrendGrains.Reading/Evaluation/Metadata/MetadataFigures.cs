namespace TrendGrains.Reading.Evaluation.Metadata;

/// <summary>The figures of a part of the pages. Precision and recall of names and dates are over the pages for which the corpus has one; what is given beside is counted apart.</summary>
/// <param name="TitleEqual">Share of the titles with the same words in the same order.</param>
/// <param name="AuthorExact">Share of the bylines with exactly the same names.</param>
/// <param name="ExtraBylines">Pages with a byline where the corpus has none.</param>
/// <param name="DateF1">A date counts when its day is the gold one.</param>
/// <param name="EitherDate">Share of the gold dates that are the published or the modified day.</param>
public sealed record MetadataFigures(
    string Part, int Pages, int Titles, double TitleEqual, double TitleEqualWithoutSite, double TitleF1,
    int Authors, double AuthorExact, double AuthorPrecision, double AuthorRecall, double AuthorF1, int ExtraBylines,
    int Dates, double DatePrecision, double DateRecall, double DateF1, double EitherDate, int ExtraDates)
{
    public static MetadataFigures Of(string part, IReadOnlyList<MetadataScore> scores)
    {
        var titles = scores.Select(s => s.Title).OfType<TitleMatch>().ToArray();
        var named = scores.Where(s => s.GoldAuthors.Count > 0).ToArray();
        double both = named.Sum(s => s.Authors.Count(s.GoldAuthors.Contains));
        var (said, wanted) = (named.Sum(s => s.Authors.Count), named.Sum(s => s.GoldAuthors.Count));
        int Count(DateMatch match) => scores.Count(s => s.Date == match);
        var (right, wrong, missed) = (Count(DateMatch.Right), Count(DateMatch.Wrong), Count(DateMatch.Missed));
        var dated = right + wrong + missed;
        return new MetadataFigures(
            part, scores.Count, titles.Length, Share(titles.Count(t => t.IsEqual), titles.Length), Share(titles.Count(t => t.IsEqualWithoutSite), titles.Length), titles.Length == 0 ? 0 : Round(titles.Average(t => t.F1)),
            named.Length, Share(named.Count(s => s.Authors.SetEquals(s.GoldAuthors)), named.Length), Share(both, said), Share(both, wanted), Share(2 * both, said + wanted),
            scores.Count(s => s.GoldAuthors.Count == 0 && s.Authors.Count > 0),
            dated, Share(right, right + wrong), Share(right, dated), Share(2.0 * right, right + wrong + dated),
            Share(scores.Count(s => s.Date == DateMatch.Right || (s.Gold.Published is { Length: > 0 } && s.IsModifiedDay)), dated), Count(DateMatch.Extra));
    }

    private static double Share(double part, double whole) => whole == 0 ? 0 : Round(part / whole);

    private static double Round(double value) => Math.Round(value, 4);
}
