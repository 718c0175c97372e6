using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace TrendGrains.Reading.Language;

/// <summary>Naive Bayes over trigrams of letters, a profile a language, compared within one script.</summary>
internal static class TrigramProfiles
{
    /// <summary>Log-probability of a trigram that a profile lacks.</summary>
    private const double Unseen = -11;

    /// <summary>Text of a language without a profile shares few trigrams with any: under half where a language with one shares two thirds.</summary>
    private const double LeastKnownLatin = 0.45;

    /// <summary>Scripts with richer endings or fewer profiles.</summary>
    private const double LeastKnownOther = 0.4;

    /// <summary>Below this many trigrams the share varies too much to be that strict.</summary>
    private const int EnoughTrigrams = 60;

    /// <summary>Neighbouring trigrams repeat each other, so the evidence counts for less than naive Bayes has it.</summary>
    private const double Independence = 0.5;

    /// <summary>English is the commonest by far; short headlines profit, and names in them mislead the most.</summary>
    private const double EnglishPrior = 2;
    private const double EnglishPriorOfHeadlines = 6;

    /// <summary>Fewer are a name, not a headline.</summary>
    private const int FewTrigrams = 20;

    private const int MostTrigrams = 1500;

    private static readonly Lazy<FrozenDictionary<string, Script>> scripts = new(Load);

    /// <summary>The likeliest language of the text and its probability among those of the script; null when none fits.</summary>
    public static (string? Language, double Probability) Best(string scriptName, ReadOnlySpan<char> text)
    {
        if (!scripts.Value.TryGetValue(scriptName, out var script))
        {
            return (null, 0);
        }
        var totals = new double[script.Languages.Length];
        var known = new int[totals.Length];
        var seen = 0;
        var lookup = script.Grams.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> gram = ['_', '_', '_'];
        var inWord = false;
        for (var i = 0; i <= text.Length && seen < MostTrigrams; i++)
        {
            var isLetter = i < text.Length && (char.IsLetter(text[i]) || IsMark(text[i]));
            if (!isLetter && !inWord)
            {
                continue;
            }
            var c = isLetter ? char.ToLowerInvariant(text[i]) : '_';
            if (!inWord)
            {
                (gram[0], gram[1], gram[2]) = (' ', '_', c);
                inWord = true;
                continue;
            }
            (gram[0], gram[1], gram[2]) = (gram[1], gram[2], c);
            inWord = isLetter;
            seen++;
            if (lookup.TryGetValue(gram, out var scores))
            {
                for (var l = 0; l < totals.Length; l++)
                {
                    totals[l] += scores[l];
                    known[l] += scores[l] > 0 ? 1 : 0;
                }
            }
        }
        return Choose(script, totals, known, seen, scriptName == "Latn" && seen >= EnoughTrigrams ? LeastKnownLatin : LeastKnownOther);
    }

    private static (string? Language, double Probability) Choose(Script script, double[] totals, int[] known, int seen, double leastKnown)
    {
        if (seen == 0)
        {
            return (null, 0);
        }
        var best = 0;
        for (var l = 0; l < totals.Length; l++)
        {
            totals[l] = totals[l] * Independence + (script.Languages[l] == "en" ? seen is >= FewTrigrams and < EnoughTrigrams ? EnglishPriorOfHeadlines : EnglishPrior : 0);
            best = totals[l] > totals[best] ? l : best;
        }
        if (known[best] < seen * leastKnown)
        {
            return (null, 0);
        }
        double sum = 0;
        foreach (var total in totals)
        {
            sum += Math.Exp(total - totals[best]);
        }
        return (script.Languages[best], 1 / sum);
    }

    private static bool IsMark(char c) =>
        c >= '\u0300' && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static FrozenDictionary<string, Script> Load()
    {
        using var reader = new StreamReader(typeof(TrigramProfiles).Assembly.GetManifestResourceStream("profiles.tsv")!, Encoding.UTF8);
        var rows = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')).ToList();
        return rows.GroupBy(r => r[0]).ToFrozenDictionary(g => g.Key, g => new Script([.. g.Select(r => r[1])], Grams([.. g.Select(r => r[2])])));
    }

    /// <summary>Trigram → its log-probability above <see cref="Unseen"/> in each language, so that what no profile knows adds nothing.</summary>
    private static FrozenDictionary<string, double[]> Grams(string[] profiles)
    {
        var grams = new Dictionary<string, double[]>(StringComparer.Ordinal);
        for (var l = 0; l < profiles.Length; l++)
        {
            foreach (var entry in profiles[l].Split(' '))
            {
                if (!grams.TryGetValue(entry[..3], out var scores))
                {
                    grams[entry[..3]] = scores = new double[profiles.Length];
                }
                scores[l] = -int.Parse(entry.AsSpan(3), CultureInfo.InvariantCulture) / 10.0 - Unseen;
            }
        }
        return grams.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private sealed record Script(string[] Languages, FrozenDictionary<string, double[]> Grams);
}
