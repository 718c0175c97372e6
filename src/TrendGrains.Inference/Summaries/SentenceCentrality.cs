using TrendGrains.Text.Counting;

namespace TrendGrains.Inference.Summaries;

/// <summary>How much of the other sentences stands in each: LexRank (Erkan and Radev 2004) over cosines, without a threshold.</summary>
internal static class SentenceCentrality
{
    private const float Damping = 0.85f;
    private const int Rounds = 20;

    /// <summary>The mean is 1; sentences that share nothing with any other have the least.</summary>
    public static float[] Of(IReadOnlyList<TermVector> sentences)
    {
        var count = sentences.Count;
        var likeness = new float[count * count];
        for (var i = 0; i < count; i++)
        {
            for (var j = i + 1; j < count; j++)
            {
                likeness[(i * count) + j] = likeness[(j * count) + i] = TermVector.Cosine(sentences[i], sentences[j]);
            }
        }
        for (var i = 0; i < count; i++)
        {
            var row = likeness.AsSpan(i * count, count);
            var sum = 0f;
            foreach (var value in row)
            {
                sum += value;
            }
            foreach (ref var value in row)
            {
                value = sum > 0 ? value / sum : 1f / count;
            }
        }
        var (rank, next) = (new float[count], new float[count]);
        Array.Fill(rank, 1f);
        for (var round = 0; round < Rounds; round++)
        {
            Array.Fill(next, 1 - Damping);
            for (var i = 0; i < count; i++)
            {
                var row = likeness.AsSpan(i * count, count);
                for (var j = 0; j < count; j++)
                {
                    next[j] += Damping * rank[i] * row[j];
                }
            }
            (rank, next) = (next, rank);
        }
        return rank;
    }
}
