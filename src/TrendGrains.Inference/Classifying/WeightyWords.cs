using TrendGrains.Text.Counting;

namespace TrendGrains.Inference.Classifying;

/// <summary>A word and how far it moved a label: the label's log-odds with the word less those without it. Above 0 it spoke for the label.</summary>
public sealed record WeightyWord(string Word, double Weight);

/// <summary>
/// Which words of a text weighed most with a classifier: each is left out in turn and the text scored again. All texts of one question make one batch,
/// so that it costs one call; any model worker or classifier may be asked.
/// </summary>
public sealed class WeightyWords
{
    /// <summary>Words that are left out in turn, the first of the text.</summary>
    public const int MostWords = 48;

    /// <summary>UTF-16 units that are asked about: models of n-grams read less, and every word costs a copy.</summary>
    private const int MostText = 4096;

    private readonly string[] words;

    private WeightyWords(string[] words, string[] texts) => (this.words, Texts) = (words, texts);

    /// <summary>The text itself (its beginning, where it is long), then the text without each of its words.</summary>
    public IReadOnlyList<string> Texts { get; }

    /// <summary>The words of a text that carry meaning, each once however often it stands there.</summary>
    public static WeightyWords Of(string text)
    {
        text = text.Length <= MostText ? text : text[..(char.IsHighSurrogate(text[MostText - 1]) ? MostText - 1 : MostText)];
        var terms = new List<Term>();
        TermReader.Read(text, terms);
        var each = terms.GroupBy(t => t.Key).Take(MostWords).Select(g => g.ToArray()).ToArray();
        return new WeightyWords(
            [.. each.Select(places => text.Substring(places[0].Start, places[0].Length))],
            [text, .. each.Select(places => Without(text, places))]);
    }

    /// <param name="scores">Of <see cref="Texts"/>, in their order: probabilities of the labels.</param>
    /// <param name="label">The label's place among them.</param>
    /// <returns>At most so many words that spoke for the label, the weightiest first.</returns>
    /// <exception cref="ArgumentException">Not as many scores as texts.</exception>
    public IReadOnlyList<WeightyWord> Weigh(IReadOnlyList<float[]> scores, int label, int most = 5)
    {
        if (scores.Count != Texts.Count)
        {
            throw new ArgumentException($"{scores.Count} scores for {Texts.Count} texts.", nameof(scores));
        }
        var whole = LogOdds(scores[0][label]);
        return [.. words
            .Select((word, i) => new WeightyWord(word, Math.Round(whole - LogOdds(scores[i + 1][label]), 3)))
            .Where(w => w.Weight > 0)
            .OrderByDescending(w => w.Weight)
            .Take(most)];
    }

    private static string Without(string text, Term[] places)
    {
        var rest = text.ToCharArray();
        foreach (var place in places)
        {
            rest.AsSpan(place.Start, place.Length).Fill(' ');
        }
        return new string(rest);
    }

    private static double LogOdds(float probability)
    {
        var p = Math.Clamp(probability, 1e-6, 1 - 1e-6);
        return Math.Log(p / (1 - p));
    }
}
