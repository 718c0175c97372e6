using TrendGrains.Text.Counting;

namespace TrendGrains.Inference.Summaries;

/// <summary>Maximal marginal relevance (Carbonell and Goldstein 1998): the best sentence, then each time the best of those that say something new.</summary>
internal static class SentenceChoice
{
    /// <summary>What a repetition costs, in shares of the best sentence's score.</summary>
    private const float Repetition = 0.35f;

    /// <summary>Two sentences as alike as this are one.</summary>
    private const float Same = 0.8f;

    /// <returns>Places of the chosen, ascending.</returns>
    public static int[] Of(IReadOnlyList<TermVector> sentences, IReadOnlyList<float> scores, int most)
    {
        if (most <= 0 || sentences.Count == 0)
        {
            return [];
        }
        var scale = Math.Max(1e-6f, scores.Max());
        var likeness = new float[sentences.Count];
        var chosen = new List<int>(most);
        while (chosen.Count < most)
        {
            var (best, value) = (-1, float.NegativeInfinity);
            for (var i = 0; i < sentences.Count; i++)
            {
                var worth = scores[i] - (Repetition * scale * likeness[i]);
                if (!chosen.Contains(i) && likeness[i] < Same && worth > value)
                {
                    (best, value) = (i, worth);
                }
            }
            if (best < 0)
            {
                break;
            }
            chosen.Add(best);
            for (var i = 0; i < sentences.Count; i++)
            {
                likeness[i] = Math.Max(likeness[i], TermVector.Cosine(sentences[i], sentences[best]));
            }
        }
        chosen.Sort();
        return [.. chosen];
    }
}
