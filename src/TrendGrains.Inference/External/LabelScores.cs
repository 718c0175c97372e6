namespace TrendGrains.Inference.External;

/// <summary>The probabilities of the labels, read from what might have stood where the label begins.</summary>
internal static class LabelScores
{
    /// <param name="said">The label that the answer names.</param>
    /// <returns>One number a label, together 1; the chosen label has all of it where the tokens say nothing.</returns>
    public static float[] Of(ChatAnswer answer, IReadOnlyList<string> labels, int said)
    {
        var scores = new double[labels.Count];
        foreach (var (text, logprob) in WhereTheLabelBegins(answer, labels[said]))
        {
            // A token may be the beginning of several labels ("s" of society and of sports): they share it.
            var begun = Enumerable.Range(0, labels.Count).Where(l => labels[l].StartsWith(text, StringComparison.OrdinalIgnoreCase) || text.StartsWith(labels[l], StringComparison.OrdinalIgnoreCase)).ToArray();
            foreach (var label in begun)
            {
                scores[label] += Math.Exp(Math.Min(0, logprob)) / begun.Length;
            }
        }
        var sum = scores.Sum();
        if (!(sum > 0) || scores[said] < scores.Max())
        {
            Array.Clear(scores);
            (scores[said], sum) = (1, 1);
        }
        return [.. scores.Select(s => (float)(s / sum))];
    }

    /// <summary>What might have stood in the label's first token, each without what the token held before the label; empty where it cannot be told.</summary>
    private static IEnumerable<(string Text, double Logprob)> WhereTheLabelBegins(ChatAnswer answer, string label)
    {
        var content = string.Concat(answer.Tokens.Select(t => t.Text));
        var begin = content.LastIndexOf(label, StringComparison.OrdinalIgnoreCase);
        if (begin < 0)
        {
            return [];
        }
        var at = 0;
        foreach (var token in answer.Tokens)
        {
            if (begin < at + token.Text.Length)
            {
                var before = token.Text[..(begin - at)];
                return token.Others.Where(o => o.Text.StartsWith(before, StringComparison.Ordinal))
                    .Select(o => (Text: o.Text[before.Length..].TrimStart().TrimEnd('"', ' ', '}'), o.Logprob))
                    .Where(o => o.Text.Length > 0);
            }
            at += token.Text.Length;
        }
        return [];
    }
}
