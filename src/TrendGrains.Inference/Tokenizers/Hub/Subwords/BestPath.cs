namespace TrendGrains.Inference.Tokenizers.Hub.Subwords;

/// <summary>The best way to each place of a piece, for <see cref="Unigram"/>.</summary>
internal sealed class BestPath
{
    private Step[] steps = new Step[256];

    /// <summary>How a place was reached: the score so far, where the last token began and its id.</summary>
    public record struct Step(double Score, int Start, int Id);

    public const int NotReached = -1;

    /// <summary>One step for each place from 0 to <paramref name="length"/>, none reached.</summary>
    public Span<Step> Begin(int length)
    {
        if (steps.Length <= length)
        {
            steps = new Step[Math.Max(length + 1, steps.Length * 2)];
        }
        var span = steps.AsSpan(0, length + 1);
        span.Fill(new Step(0, NotReached, 0));
        return span;
    }

    public void Shrink(int most)
    {
        if (steps.Length > most)
        {
            steps = new Step[256];
        }
    }
}
