using TrendGrains.Reading.Keywords;
using TrendGrains.Text;
using TrendGrains.Text.Counting;

namespace TrendGrains.Reading.Evaluation.Keywords;

/// <summary>The floor: words and pairs of neighbours by term frequency times their rarity in text in general.</summary>
public static class TfIdfPhrases
{
    public static IReadOnlyList<string> Of(TaggedPage page, int most)
    {
        var text = TextNormalizer.Compose($"{page.Title}\n{page.Text}");
        var terms = new List<Term>();
        TermReader.Read(text, terms);
        var common = CommonWords.Of(page.Language);
        var found = new Dictionary<uint, (string Surface, int Count, double Bits, int Order)>();
        for (var i = 0; i < terms.Count; i++)
        {
            if (terms[i].Kind == TermKind.Number)
            {
                continue;
            }

            Add(terms[i].Key, text.Substring(terms[i].Start, terms[i].Length), common.Bits(terms[i], text.AsSpan(terms[i].Start, terms[i].Length)));
            if (i > 0 && terms[i - 1].Kind != TermKind.Number && terms[i].Start - terms[i - 1].Start - terms[i - 1].Length == 1)
            {
                var start = terms[i - 1].Start;
                Add(TermKey.Pair(terms[i - 1].Key, terms[i].Key), text[start..(terms[i].Start + terms[i].Length)], CommonWords.Rarest * 0.75);
            }
        }

        return [.. found.Values.OrderByDescending(f => f.Count * f.Bits).ThenBy(f => f.Order).Take(most).Select(f => f.Surface)];

        void Add(uint key, string surface, double bits) =>
            found[key] = found.TryGetValue(key, out var known) ? known with { Count = known.Count + 1 } : (surface, 1, bits, found.Count);
    }
}
