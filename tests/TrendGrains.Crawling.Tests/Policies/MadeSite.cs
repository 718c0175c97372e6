using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Policies;

namespace TrendGrains.Crawling.Tests.Policies;

/// <summary>
/// A site whose addresses tell nothing: a front page with rows of services and lists, lists that lead to articles and to tags, tags that lead to
/// tags. Where a link stands is all that tells them apart.
/// </summary>
internal sealed class MadeSite
{
    private readonly Dictionary<string, (bool IsArticle, (string Url, LinkClue Clue)[] Links)> pages = [];

    public MadeSite()
    {
        Add("x0", false, [.. Row("s", 40, "ul.service li a"), .. Row("l", 6, "div.desk a")]);
        for (var list = 0; list < 6; list++)
        {
            Add($"l{list}", false, [.. Row($"l{list}a", 15, "main ul.river li a"), .. Row($"l{list}t", 10, "main div.tags a")]);
            for (var i = 0; i < 15; i++)
            {
                Add($"l{list}a{i}", true, [.. Row("s", 40, "ul.service li a")]);
            }

            for (var i = 0; i < 10; i++)
            {
                Add($"l{list}t{i}", false, [.. Row($"l{list}t{i}u", 4, "main div.tags a")]);
            }
        }
    }

    /// <summary>Articles found within the budget.</summary>
    public int Crawl(IFrontierPolicy policy, int budget, Action<PolicyChoice, double>? heard = null)
    {
        var known = new HashSet<string> { "x0" };
        var (next, articles) = (1L, 0);
        policy.Add(new FrontierLink(0, "https://made.example/x0", 0, LinkClue.None));
        for (var i = 0; i < budget && policy.Choose() is { } choice; i++)
        {
            pages.TryGetValue(choice.Link.Url["https://made.example/".Length..], out var page);
            articles += page.IsArticle ? 1 : 0;
            policy.Learn(choice, page.IsArticle ? 1 : 0);
            heard?.Invoke(choice, page.IsArticle ? 1 : 0);
            foreach (var (url, clue) in page.Links ?? [])
            {
                if (known.Add(url))
                {
                    policy.Add(new FrontierLink(next++, $"https://made.example/{url}", choice.Link.Depth + 1, clue) { Referrer = choice.Link.Url });
                }
            }
        }

        return articles;
    }

    private void Add(string url, bool isArticle, (string, LinkClue)[] links) => pages.Add(url, (isArticle, links));

    private static IEnumerable<(string Url, LinkClue Clue)> Row(string prefix, int count, string tagPath) =>
        Enumerable.Range(0, count).Select(i => ($"{prefix}{i}", new LinkClue(tagPath, "", "", "listing")));
}
