using TrendGrains.Abstractions.Sources;

namespace TrendGrains.Benchmarks.CrawlPolicies;

/// <summary>A site as a crawler could ever see it: every page that its links reach, read once by the product's own reader.</summary>
/// <param name="Name">Which site, of which world.</param>
/// <param name="Language">Null where the truth knows no topics.</param>
internal sealed record SiteGraph(string Name, string? Language, GraphPage[] Pages)
{
    /// <summary>Different texts that are relevant.</summary>
    public int Relevant { get; } = Pages.Where(p => p.Text is not null && p.IsRelevant).Select(p => p.Text).Distinct().Count();
}

/// <summary>One address of a site, dead ones included.</summary>
/// <param name="Links">Links within the site, in document order, each with what the page says about it.</param>
/// <param name="Text">Two pages with the same are the same text: the publication's id, else the address at the end of all redirects; null for no page.</param>
/// <param name="IsRelevant">By the truth: a news article, no advert, no list.</param>
/// <param name="Reward">By the product's own reading: what the crawler is paid for it while its text is new.</param>
/// <param name="Topic">By the truth; null where none is known.</param>
/// <param name="Near">How near the product holds its text to each focus of <see cref="CrawlFocus.All"/>.</param>
internal sealed record GraphPage(string Url, GraphLink[] Links, string? Text, bool IsRelevant, double Reward, string? Topic, float[] Near);

internal readonly record struct GraphLink(int Target, LinkClue Clue);
