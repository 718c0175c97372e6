using TrendGrains.Crawling.Policies;
using TrendGrains.Grains.Ingest;
using TrendGrains.Storage.Sources;

namespace TrendGrains.Grains.Sources;

/// <summary>How near the words of a source's links are to its focus. Weighed by the batch, before the policy is given them; one without an answer counts half.</summary>
internal sealed class LinkRelevance(string focus, FocusVectors focuses, IGrainFactory grains)
{
    private const int BatchSize = 256;
    private const int FewestLetters = 3;

    /// <summary>Of a link of which nothing is known.</summary>
    private const double Unknown = 0.5;

    private readonly Dictionary<long, double> known = [];

    public async Task WeighAsync(IReadOnlyList<FrontierUrl> urls, CancellationToken cancellationToken)
    {
        foreach (var batch in urls.Where(u => !known.ContainsKey(u.Sequence)).Chunk(BatchSize))
        {
            try
            {
                if (await focuses.WeighAsync(focus, Array.ConvertAll(batch, Words), grains, cancellationToken) is { } weights)
                {
                    for (var i = 0; i < batch.Length; i++)
                    {
                        known[batch[i].Sequence] = weights[i] ?? Unknown;
                    }
                }
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                // A crawl does not wait for a model that is away or busy: the policy learns without its help.
                return;
            }
        }
    }

    public double Of(FrontierLink link) => known.GetValueOrDefault(link.Id, Unknown);

    /// <summary>The link's own words; a picture's link has none, then those around it, then those of its address.</summary>
    internal static string Words(FrontierUrl url) =>
        HasWords(url.Clue.Anchor) ? url.Clue.Anchor
        : HasWords(url.Clue.Around) ? url.Clue.Around
        : Uri.UnescapeDataString(new Uri(url.Url).AbsolutePath).Replace('-', ' ').Replace('_', ' ').Replace('/', ' ');

    private static bool HasWords(string text) => text.Count(char.IsLetter) >= FewestLetters;
}
