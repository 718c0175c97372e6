using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Frontier;
using TrendGrains.Crawling.Policies;
using TrendGrains.Reading;

namespace TrendGrains.Benchmarks.CrawlPolicies;

/// <summary>What a site answers, and what the truth says of it.</summary>
/// <param name="Location">Where it redirects to.</param>
internal sealed record SiteAnswer(byte[]? Body, string? Charset, string? Location, string? Text, bool IsRelevant, string? Topic);

/// <summary>Walks a whole site once, without HTTP, and keeps what a crawl could learn from it.</summary>
internal static class GraphWalk
{
    private const int MostHops = 5;

    public static SiteGraph Walk(string name, string? language, Uri start, DateTimeOffset now, Func<Uri, SiteAnswer> ask)
    {
        var source = new SourceDefinition { Slug = "graph", Kind = SourceKind.Site, Url = start.AbsoluteUri };
        UrlNormalizer.TryNormalize(start.AbsoluteUri, null, out var first, out _);
        var reader = new PageReader();
        var clues = new Dictionary<LinkClue, LinkClue>();
        var index = new Dictionary<string, int> { [first!] = 0 };
        var urls = new List<string> { first! };
        var pages = new List<GraphPage>();
        while (pages.Count < urls.Count)
        {
            // A level at a time: reading is all the work, and a level's pages do not need one another.
            var level = urls[pages.Count..];
            var read = new (SiteAnswer Answer, Uri Url, ReadPage? Page)[level.Count];
            Parallel.For(0, level.Count, new ParallelOptions { MaxDegreeOfParallelism = 2 }, i => read[i] = Fetch(new Uri(level[i]), now, ask, reader));
            for (var i = 0; i < level.Count; i++)
            {
                var (answer, url, page) = read[i];
                var links = new List<GraphLink>();
                foreach (var link in page is { NoFollow: false } ? page.Links : [])
                {
                    if (link.NoFollow || !UrlNormalizer.TryNormalize(link.Url, null, out var target, out _) || LinkScope.Refuse(source, target, 1) is not null)
                    {
                        continue;
                    }

                    if (!index.TryGetValue(target, out var at))
                    {
                        index.Add(target, at = urls.Count);
                        urls.Add(target);
                    }

                    var clue = new LinkClue(link.TagPath, link.Text, link.Around, page!.PageKind);
                    if (!clues.TryAdd(clue, clue))
                    {
                        clue = clues[clue];
                    }

                    links.Add(new GraphLink(at, clue));
                }

                pages.Add(new GraphPage(level[i], [.. links], page is null ? null : answer.Text ?? url.AbsolutePath, answer.IsRelevant, Reward(page), answer.Topic, language is null || page is null ? [] : FocusNearness.Of($"{page.Title}\n{page.Text}", language)));
            }
        }

        return new SiteGraph(name, language, [.. pages]);
    }

    /// <summary>Which pages are items, as ingest decides.</summary>
    private static double Reward(ReadPage? page) => page is null ? 0 : ArticleReward.Of(
        page.IsArticle || page.PageKind == PageKinds.Forum || (page.PageKind == PageKinds.Article && page.Published is not null),
        page.Text.Length,
        page.Published is not null);

    private static (SiteAnswer, Uri, ReadPage?) Fetch(Uri url, DateTimeOffset now, Func<Uri, SiteAnswer> ask, PageReader reader)
    {
        var answer = ask(url);
        for (var hops = 0; hops < MostHops && answer.Location is { } location; hops++)
        {
            url = new Uri(url, location);
            answer = ask(url);
        }

        return (answer, url, answer.Body is { } body ? reader.Read(new RawPage(url.AbsoluteUri, "text/html", answer.Charset, body, now)) : null);
    }
}
