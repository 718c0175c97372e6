using TrendGrains.Text;
using TrendGrains.Text.Counting;

namespace TrendGrains.Reading.Evaluation.Keywords;

/// <summary>YAKE as its paper has it (Campos et al., Information Sciences 509, 2020), phrases of up to three words, a window of one; the rival to be beaten.</summary>
public static class YakePhrases
{
    private const int LongestPhrase = 3;

    public static IReadOnlyList<string> Of(TaggedPage page, int most)
    {
        var sentences = Text.Sentences.Of(TextNormalizer.Compose($"{page.Title}\n\n{page.Text}")).Select(Tokens).ToArray();
        var words = new Dictionary<string, Word>();
        for (var s = 0; s < sentences.Length; s++)
        {
            for (var i = 0; i < sentences[s].Length; i++)
            {
                var token = sentences[s][i];
                var word = words.TryGetValue(token.Lower, out var known) ? known : words[token.Lower] = new Word();
                word.Meet(token, s, i == 0 ? null : sentences[s][i - 1].Lower, i + 1 < sentences[s].Length ? sentences[s][i + 1].Lower : null, i == 0);
            }
        }

        var counted = words.Values.Select(w => (double)w.Count).DefaultIfEmpty(1).ToArray();
        var mean = counted.Average();
        var deviation = Math.Sqrt(counted.Average(c => (c - mean) * (c - mean)));
        var highest = counted.Max();
        var phrases = new Dictionary<string, (string Surface, int Count, double[] Scores)>();
        foreach (var sentence in sentences)
        {
            for (var first = 0; first < sentence.Length; first++)
            {
                for (var last = first; last < Math.Min(sentence.Length, first + LongestPhrase) && (last == first || !sentence[last].AfterMark); last++)
                {
                    if (sentence[first].IsStop || sentence[last].IsStop)
                    {
                        continue;
                    }

                    var run = sentence[first..(last + 1)];
                    var key = string.Join(' ', run.Select(t => t.Lower));
                    phrases[key] = phrases.TryGetValue(key, out var known) ? known with { Count = known.Count + 1 }
                        : (string.Join(' ', run.Select(t => t.Surface)), 1, [.. run.Where(t => !t.IsStop).Select(t => words[t.Lower].Score(mean + deviation, highest, sentences.Length))]);
                }
            }
        }

        var ranked = phrases.OrderBy(p => p.Value.Scores.Aggregate(1.0, (a, b) => a * b) / (p.Value.Count * (1 + p.Value.Scores.Sum()))).ThenBy(p => p.Key, StringComparer.Ordinal);
        return [.. ranked.Take(most).Select(p => p.Value.Surface)];
    }

    private static Token[] Tokens(string sentence)
    {
        var terms = new List<Term>();
        var (tokens, end) = (new List<Token>(), 0);
        foreach (var (start, length) in Words.Spans(sentence))
        {
            var surface = sentence.Substring(start, length);
            terms.Clear();
            TermReader.Read(surface, terms);
            var isStop = terms.Count == 0 || terms[0].Kind == TermKind.Number || length < 3;
            tokens.Add(new Token(surface, surface.ToLowerInvariant(), isStop, sentence.AsSpan(end, start - end).Trim().Length > 0));
            end = start + length;
        }

        return [.. tokens];
    }

    private sealed record Token(string Surface, string Lower, bool IsStop, bool AfterMark);

    private sealed class Word
    {
        private readonly List<int> sentences = [];
        private readonly Dictionary<string, int> left = [];
        private readonly Dictionary<string, int> right = [];
        private int capitals;
        private int acronyms;

        public int Count { get; private set; }

        public void Meet(Token token, int sentence, string? before, string? after, bool begins)
        {
            Count++;
            sentences.Add(sentence);
            acronyms += token.Surface.Length > 1 && token.Surface.All(char.IsUpper) ? 1 : 0;
            capitals += !begins && char.IsUpper(token.Surface[0]) ? 1 : 0;
            if (before is not null)
            {
                left[before] = left.GetValueOrDefault(before) + 1;
            }

            if (after is not null)
            {
                right[after] = right.GetValueOrDefault(after) + 1;
            }
        }

        public double Score(double usual, double highest, int all)
        {
            var casing = Math.Max(capitals, acronyms) / (1 + Math.Log(Count));
            var position = Math.Log(Math.Log(3 + sentences[sentences.Count / 2]));
            var frequency = Count / usual;
            var related = 1 + ((Different(left) + Different(right)) * (Count / highest));
            var spread = (double)sentences.Distinct().Count() / all;
            return Math.Max(1e-6, position) * related / (casing + (frequency / related) + (spread / related));
        }

        private static double Different(Dictionary<string, int> neighbours) => neighbours.Count == 0 ? 0 : (double)neighbours.Count / neighbours.Values.Sum();
    }
}
