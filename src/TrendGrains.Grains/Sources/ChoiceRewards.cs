using TrendGrains.Abstractions.Ingest;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Storage.Sources;

namespace TrendGrains.Grains.Sources;

/// <summary>
/// What each choice of a slice was worth: what its page is paid, 0 for a URL without a page and for one that failed for good. A page that was put off, or could not be weighed, is worth nothing known;
/// nor is what only leads to pages: the first page, sitemaps and feeds. Pure.
/// </summary>
internal static class ChoiceRewards
{
    public static List<(ChosenUrl Chosen, CrawlChoiceRow Row)> Of(
        SourceDefinition source, long run, IReadOnlyList<ChosenUrl> chosen, SliceOutcome outcome, IEnumerable<PageOutcome> pages)
    {
        var settled = outcome.Settled.ToDictionary(s => s.Sequence);
        var asked = outcome.Log.DistinctBy(l => l.Url).ToDictionary(l => l.Url, l => l.At);
        var byUrl = pages.DistinctBy(p => p.Url).ToDictionary(p => p.Url);
        var rows = new List<(ChosenUrl, CrawlChoiceRow)>(chosen.Count);
        foreach (var choice in chosen)
        {
            if (!settled.TryGetValue(choice.Url.Sequence, out var settlement) || !asked.TryGetValue(choice.Url.Url, out var at))
            {
                continue;
            }

            var page = outcome.Pages.TryGetValue(choice.Url.Sequence, out var url) ? byUrl.GetValueOrDefault(url) : null;
            rows.Add((choice, new CrawlChoiceRow
            {
                At = at,
                Source = source.Slug,
                Run = run,
                Url = choice.Url.Url,
                Policy = source.Policy.Code(),
                LinkGroup = choice.Choice?.Group ?? (choice.Url.Role == FrontierRole.Page ? "" : choice.Url.Role.ToString().ToLowerInvariant()),
                Propensity = choice.Choice?.Propensity ?? 1,
                Expected = choice.Choice?.Expected,
                IsArticle = page?.IsArticle,
                Reward = !IsWeighed(choice.Url) || settlement.RetryAt is not null ? null : page is null ? 0 : page.Worth,
            }));
        }

        return rows;
    }

    /// <summary>What is fetched at any rate is no choice: paid 0, it would make a source of many sitemaps look worthless.</summary>
    private static bool IsWeighed(FrontierUrl url) => url is { Depth: > 0, Role: FrontierRole.Page };
}
