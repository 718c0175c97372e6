using System.Collections.Frozen;
using System.Globalization;

namespace TrendGrains.Text.Counting;

/// <summary>
/// How common words are in general, before a stream has told anything: the seven thousand most frequent stems of English and of Korean.
/// Counted in passages of sixty terms; English: WCXB 1.0 dev (CC BY 4.0), Clickbait's news headlines (MIT), SIB-200 train (CC BY-SA 4.0);
/// Korean: KLUE YNAT train, KorNLI dev, KorSTS train, SIB-200 train (all CC BY-SA 4.0). Lines are "word passages-in-100,000".
/// </summary>
public static class BackgroundFrequencies
{
    private static readonly FrozenDictionary<uint, float> shares = Read();

    /// <summary>Share of passages that the term stands in, 0-1; 0 for a rare one.</summary>
    public static float Share(uint term) => shares.GetValueOrDefault(term);

    private static FrozenDictionary<uint, float> Read()
    {
        var found = new Dictionary<uint, float>();
        var terms = new List<Term>();
        foreach (var language in (string[])["en", "ko"])
        {
            using var lines = new StreamReader(
                typeof(BackgroundFrequencies).Assembly.GetManifestResourceStream($"TrendGrains.Text.Counting.Background.{language}.txt")!);
            while (lines.ReadLine() is { } line)
            {
                var space = line.LastIndexOf(' ');
                var share = int.Parse(line.AsSpan(space + 1), CultureInfo.InvariantCulture) / 100_000f;
                foreach (var nouns in (ReadOnlySpan<bool>)[false, true])
                {
                    terms.Clear();
                    TermReader.Read(line.AsSpan(0, space), whole: true, nouns, terms);
                    if (terms.Count > 0)
                    {
                        found[terms[0].Key] = Math.Max(found.GetValueOrDefault(terms[0].Key), share);
                    }
                }
            }
        }

        return found.ToFrozenDictionary();
    }
}
