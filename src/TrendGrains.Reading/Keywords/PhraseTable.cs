using System.Runtime.InteropServices;
using TrendGrains.Text.Counting;

namespace TrendGrains.Reading.Keywords;

/// <summary>The candidates of one text: what is known of each word and phrase, and which are the heaviest.</summary>
internal sealed class PhraseTable(CommonWords common)
{
    private const int SameBeginning = 6;

    private readonly Dictionary<uint, Candidate> candidates = [];

    /// <summary>Of the text without its title.</summary>
    public int Sentences { get; set; } = 1;

    public void Add(string sentence, ReadOnlySpan<PhraseWord> words, int number, bool isTitle)
    {
        var key = words[0].Term.Key;
        var (isName, hasSmall, hasCapital) = (true, false, false);
        for (var i = 0; i < words.Length; i++)
        {
            key = i == 0 ? key : TermKey.Pair(key, words[i].Term.Key);
            isName &= words[i].Term.Kind == TermKind.Name;
            hasSmall |= char.IsLower(sentence[words[i].Start]);
            hasCapital |= char.IsUpper(sentence[words[i].Start]);
        }

        if (!candidates.TryGetValue(key, out var candidate))
        {
            var (keys, bits) = (new uint[words.Length], 0.0);
            for (var i = 0; i < words.Length; i++)
            {
                keys[i] = words[i].Term.Key;
                bits += common.Bits(words[i].Term, sentence.AsSpan(words[i].Start, words[i].Length)) / words.Length;
            }

            candidates[key] = candidate = new Candidate(keys, bits, candidates.Count);
        }

        // A capital beside a small letter, as in "Korea cut": a name and what it does, not one phrase.
        var surface = sentence.AsSpan(words[0].Start, words[^1].Start + words[^1].Length - words[0].Start);
        candidate.Meet(surface, number, isTitle, isName, hasSmall && hasCapital);
    }

    /// <summary>What is hardly ever met outside one phrase is a piece of it.</summary>
    private void Absorb()
    {
        foreach (var phrase in candidates.Values.Where(c => c.Keys.Length > 1 && c.Count > 1 && c.Mixed * 2 <= c.Count))
        {
            foreach (var key in phrase.Keys)
            {
                if (candidates.TryGetValue(key, out var part) && phrase.Count * 4 >= part.Count * 3)
                {
                    part.IsAbsorbed = true;
                }
            }
        }
    }

    public IReadOnlyList<Keyphrase> Heaviest(int most)
    {
        Absorb();
        var ranked = candidates.Values.Select(c => (Candidate: c, Score: Weigh(c))).Where(c => c.Score > 0)
            .OrderByDescending(c => c.Score).ThenBy(c => c.Candidate.Order).ToList();
        var chosen = new List<(Candidate Candidate, string Term, double Score)>();
        foreach (var (candidate, score) in ranked)
        {
            if (chosen.Count == most)
            {
                break;
            }

            var term = candidate.Surface();
            if (!chosen.Exists(c => SaysTheSame(c.Candidate, candidate) || IsAnotherForm(c.Term, term)))
            {
                chosen.Add((candidate, term, score));
            }
        }

        return [.. chosen.Select(c => new Keyphrase(c.Term, Math.Round(c.Score / chosen[0].Score, 4)))];
    }

    /// <summary>A word of a phrase that is met hardly without it, a phrase met once around a word, or two phrases that share most words.</summary>
    private static bool SaysTheSame(Candidate chosen, Candidate candidate)
    {
        var shared = candidate.Keys.Count(k => chosen.Keys.Contains(k));
        if (shared == 0)
        {
            return false;
        }

        return candidate.Keys.Length == 1 ? candidate.Count < chosen.Count * 2
            : chosen.Keys.Length == 1 ? candidate.Count < 2 && !candidate.InTitle
            : shared * 2 >= Math.Min(chosen.Keys.Length, candidate.Keys.Length) + 1;
    }

    /// <summary>The same letters, or words that begin alike: photographs and photographers.</summary>
    private static bool IsAnotherForm(string chosen, string term)
    {
        if (chosen.Equals(term, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        if (chosen.Contains(' ') || term.Contains(' '))
        {
            return false;
        }

        var alike = 0;
        while (alike < Math.Min(chosen.Length, term.Length) && char.ToLowerInvariant(chosen[alike]) == char.ToLowerInvariant(term[alike]))
        {
            alike++;
        }

        return alike >= SameBeginning && alike * 3 >= Math.Max(chosen.Length, term.Length) * 2;
    }

    private double Weigh(Candidate candidate)
    {
        var w = PhraseWeights.Usual;
        var count = candidate.Count;
        var often = StableMath.Log2(1 + count);
        var rare = candidate.Bits;
        var length = candidate.Keys.Length;
        // A phrase met once in the text alone is mostly chance; one whose words are mostly met together is a name or a term.
        var together = 1.0;
        if (length > 1)
        {
            var parts = candidate.Keys.Average(k => candidates.TryGetValue(k, out var part) ? part.Count : count);
            together = (w.Phrase + (length * w.PerWord)) * Math.Pow(count / parts, w.Together) * (count == 1 && !candidate.InTitle ? w.Single : 1);
        }

        var early = 1 / (1 + (w.Early * Math.Log(1 + candidate.First)));
        var spread = 1 + (w.Spread * candidate.SentenceCount / Math.Max(1.0, Sentences));
        return Math.Pow(often, w.Often) * Math.Pow(rare / CommonWords.Rarest, w.Rare) * together * early * spread
            * (candidate.IsAbsorbed ? w.Absorbed : 1) * (candidate.Mixed * 2 > count ? w.Mixed : 1) * (candidate.InTitle ? w.Title : 1) * (candidate.Names * 2 > count ? w.Name : 1);
    }

    private sealed class Candidate(uint[] keys, double bits, int order)
    {
        private readonly Dictionary<string, int> forms = new(StringComparer.Ordinal);
        private int lastSentence = -1;

        public uint[] Keys => keys;
        public double Bits => bits;
        public int Order => order;
        public int Count { get; private set; }
        public int Names { get; private set; }
        public int First { get; private set; }
        public int SentenceCount { get; private set; }
        public bool InTitle { get; private set; }
        public int Mixed { get; private set; }
        public bool IsAbsorbed { get; set; }

        public void Meet(ReadOnlySpan<char> surface, int sentence, bool isTitle, bool isName, bool isMixed)
        {
            Mixed += isMixed ? 1 : 0;
            First = Count == 0 ? sentence : Math.Min(First, sentence);
            Count++;
            Names += isName ? 1 : 0;
            InTitle |= isTitle;
            SentenceCount += !isTitle && sentence != lastSentence ? 1 : 0;
            lastSentence = isTitle ? lastSentence : sentence;
            CollectionsMarshal.GetValueRefOrAddDefault(forms.GetAlternateLookup<ReadOnlySpan<char>>(), surface, out _) += isTitle ? 1 : 2;
        }

        /// <summary>The form met most; of a title In Capitals and a text that has it plain, the text's.</summary>
        public string Surface() => forms.MaxBy(f => f.Value).Key;
    }
}
