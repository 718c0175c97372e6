using TrendGrains.Abstractions.Sources;

namespace TrendGrains.Grains.Scouting;

/// <summary>
/// Whether a host on trial is worth being a source, by what its pages were worth. The worth of a page is taken as drawn from a Beta posterior;
/// the host is kept when that is likely above a quarter, dropped when it is likely below or the trial has cost enough. Pure.
/// </summary>
internal static class TrialJudge
{
    /// <summary>A source whose pages are worth less than one article in four costs other hosts' time.</summary>
    private const double Threshold = 0.25;

    /// <summary>How sure the judge must be.</summary>
    private const double Sure = 0.8;

    /// <summary>Crawls after which there is no more to be learned.</summary>
    private const int MostCrawls = 3;

    /// <summary>No host is kept for less.</summary>
    private const int FewestPages = 10;

    /// <summary>Beta(1, 2): before anything is known, a third of the pages.</summary>
    private const double PriorGood = 1;

    private const double PriorBad = 2;

    /// <summary>Null while the trial goes on.</summary>
    /// <param name="pages">Pages weighed, and their worth together.</param>
    /// <param name="crawls">Crawls that have ended.</param>
    public static Verdict? Judge(int pages, double worth, CrawlProgress last, int crawls)
    {
        if (crawls == 0)
        {
            return null;
        }

        if (last.Fetched == 0 && last.Skipped > 0 && pages <= last.Skipped && worth <= 0)
        {
            var reason = last.Reasons.OrderByDescending(r => r.Value).Select(r => r.Key).FirstOrDefault(r => r != CrawlReason.OffSite.Code()) ?? "nothing fetched";
            return new Verdict(false, reason);
        }

        var likely = Likely(pages, worth);
        return likely >= Sure && pages >= FewestPages ? new Verdict(true, $"worth of a page above {Threshold}: likely at {likely:0.00}")
            : likely <= 1 - Sure ? new Verdict(false, $"worth of a page above {Threshold}: likely at only {likely:0.00}")
            : crawls < MostCrawls ? null
            : new Verdict(likely >= 0.5 && pages >= FewestPages, $"worth of a page above {Threshold}: likely at {likely:0.00} after {pages} pages in {crawls} crawls");
    }

    /// <summary>How likely a page's mean worth is above the threshold; the Beta posterior by the normal distribution of its mean and variance.</summary>
    internal static double Likely(int pages, double worth)
    {
        var good = worth + PriorGood;
        var all = pages + PriorGood + PriorBad;
        var mean = good / all;
        var deviation = Math.Sqrt(mean * (1 - mean) / (all + 1));
        return 1 / (1 + Math.Exp(-1.702 * (mean - Threshold) / deviation)); // the logistic function within 0.01 of the normal one
    }
}

/// <summary>How a trial ended, and why.</summary>
internal sealed record Verdict(bool Keeps, string Reason);
