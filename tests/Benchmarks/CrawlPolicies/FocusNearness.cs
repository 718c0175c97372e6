using System.Collections.Concurrent;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Policies;
using TrendGrains.Inference.Catalog;
using TrendGrains.Inference.Embedding;

namespace TrendGrains.Benchmarks.CrawlPolicies;

/// <summary>How near texts are to a focus, by the platform's own embedding and scale: the cosine of the vectors through a logistic function.</summary>
internal static class FocusNearness
{
    /// <summary>As a source's grain weighs it.</summary>
    private const double Middle = 0.11;
    private const double Width = 0.05;
    private const int FewestLetters = 3;

    private static readonly Lazy<TextEmbedder> embedder = new(() => TextEmbedder.Open(ModelCatalog.Load(ModelsFolder.Find()).Single(m => m.Name == "text-embedding")));

    private static readonly ConcurrentDictionary<string, float[]> vectors = new();

    /// <summary>The nearness of a text to each focus.</summary>
    public static float[] Of(string text, string language) => [.. CrawlFocus.All.Select(f => (float)Of([text], f.In(language))[0])];

    /// <summary>The nearness of every link of a site, by its words.</summary>
    public static Func<FrontierLink, double> Links(SiteGraph site, CrawlFocus focus)
    {
        var words = site.Pages.SelectMany(p => p.Links.Select(l => Words(l.Clue, site.Pages[l.Target].Url))).Distinct().ToArray();
        var near = words.Zip(Of(words, focus.In(site.Language!))).ToDictionary(w => w.First, w => w.Second);
        return link => near.GetValueOrDefault(Words(link.Clue, link.Url), 0.5);
    }

    private static double[] Of(string[] texts, string focus)
    {
        var vector = vectors.GetOrAdd(focus, f => embedder.Value.Embed([f])[0]);
        return [.. texts.Chunk(256).SelectMany(chunk => embedder.Value.Embed(chunk)).Select(v => 1 / (1 + Math.Exp((Middle - v.Zip(vector).Sum(p => p.First * p.Second)) / Width)))];
    }

    private static string Words(LinkClue clue, string url) =>
        clue.Anchor.Count(char.IsLetter) >= FewestLetters ? clue.Anchor
        : clue.Around.Count(char.IsLetter) >= FewestLetters ? clue.Around
        : Uri.UnescapeDataString(new Uri(url).AbsolutePath).Replace('-', ' ').Replace('_', ' ').Replace('/', ' ');
}
