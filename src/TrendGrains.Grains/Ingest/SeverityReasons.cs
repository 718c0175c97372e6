using TrendGrains.Abstractions.ModelWorkers;
using TrendGrains.Inference.Catalog;
using TrendGrains.Inference.Classifying;
using TrendGrains.Storage.Items;

namespace TrendGrains.Grains.Ingest;

/// <summary>
/// The words that weighed most in grave items. Each costs as many texts as it has words, so only the gravest of a batch are asked, by their
/// beginning, for a bounded time; an item is as well understood without.
/// </summary>
internal sealed class SeverityReasons(TimeProvider clock) : IDisposable
{
    private const string Grave = "grave";

    /// <summary>Items of one batch.</summary>
    private const int MostItems = 12;

    private const int MostWords = 3;

    /// <summary>UTF-16 units of an item that are weighed: its title and a sentence or two.</summary>
    private const int Beginning = 240;

    /// <summary>From this on an item is grave where the catalog says nothing else.</summary>
    private const double UsualThreshold = 0.5;

    private static readonly TimeSpan longest = TimeSpan.FromSeconds(1);

    /// <summary>One batch at a time: reasons may wait, or be left out, and what other batches are to be told may not wait for them.</summary>
    private readonly SemaphoreSlim turn = new(1);

    public void Dispose() => turn.Dispose();

    /// <summary>Adds reasons to the decisions of the gravest items that the live version told; one on trial that answers some of what is asked has no say in them.</summary>
    /// <param name="model">The live version.</param>
    public async Task AddAsync(ModelEntry model, IReadOnlyList<string?> texts, ItemDecision?[] decisions, IModelWorkerGrain worker, CancellationToken cancellationToken)
    {
        var threshold = model.Thresholds.GetValueOrDefault(Grave, UsualThreshold);
        var gravest = Enumerable.Range(0, decisions.Length).Where(i => decisions[i]?.Version == model.Version && decisions[i]!.Value >= threshold).OrderByDescending(i => decisions[i]!.Value).Take(MostItems).ToArray();
        if (gravest.Length == 0 || !await turn.WaitAsync(TimeSpan.Zero, cancellationToken))
        {
            return;
        }

        var began = clock.GetTimestamp();
        try
        {
            foreach (var place in gravest)
            {
                var left = longest - clock.GetElapsedTime(began);
                if (left <= TimeSpan.Zero)
                {
                    return;
                }

                var words = WeightyWords.Of(Head(texts[place]!));
                var result = await worker.ClassifyAsync(new TextBatch([.. words.Texts], new CallTerms(CallPriority.Bulk, left)), cancellationToken)
                    .WaitAsync(left, clock, cancellationToken);
                if (Array.IndexOf(result.Labels, Grave) is >= 0 and var grave
                    && Array.TrueForAll(result.Scores, s => s is not null) && result.VersionOf(0) == model.Version)
                {
                    // A word that another version was asked about weighs nothing.
                    float[][] scores = [.. result.Scores.Select((s, row) => result.VersionOf(row) == model.Version ? s! : result.Scores[0]!)];
                    decisions[place] = decisions[place]! with { Why = [.. words.Weigh(scores, grave, MostWords).Select(w => w.Word)] };
                }
            }
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            // What the model could not say of words it has said of the text.
        }
        finally
        {
            turn.Release();
        }
    }

    private static string Head(string text) =>
        text.Length <= Beginning ? text : text[..(char.IsHighSurrogate(text[Beginning - 1]) ? Beginning - 1 : Beginning)];
}
