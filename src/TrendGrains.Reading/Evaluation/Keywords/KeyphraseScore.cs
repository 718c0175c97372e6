namespace TrendGrains.Reading.Evaluation.Keywords;

/// <summary>How many of a page's tags are among the first so many keyphrases, word for word by stem; averages over pages.</summary>
/// <param name="Partly">Recall where a tag also counts as found that holds a keyphrase or is held by one.</param>
public sealed record KeyphraseScore(double Precision, double Recall, double F1, double Partly)
{
    public static KeyphraseScore Of(IReadOnlyList<TaggedPage> pages, IReadOnlyList<IReadOnlyList<string>> said, int most)
    {
        var (precision, recall, f1, partly) = (0.0, 0.0, 0.0, 0.0);
        for (var i = 0; i < pages.Count; i++)
        {
            var stems = said[i].Take(most).Select(TaggedPage.Stems).Where(s => s.Length > 0).ToArray();
            double hits = pages[i].Tags.Count(t => stems.Any(s => s.AsSpan().SequenceEqual(t)));
            var p = stems.Length == 0 ? 0 : hits / stems.Length;
            var r = hits / pages[i].Tags.Count;
            (precision, recall, f1) = (precision + p, recall + r, f1 + (hits == 0 ? 0 : 2 * p * r / (p + r)));
            partly += pages[i].Tags.Count(t => stems.Any(s => s.AsSpan().IndexOf(t) >= 0 || t.AsSpan().IndexOf(s) >= 0)) / (double)pages[i].Tags.Count;
        }

        return new KeyphraseScore(precision / pages.Count, recall / pages.Count, f1 / pages.Count, partly / pages.Count);
    }
}
