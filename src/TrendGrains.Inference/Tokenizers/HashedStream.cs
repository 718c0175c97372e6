using System.Collections.Concurrent;
using System.Text;
using TrendGrains.Inference.Catalog;

namespace TrendGrains.Inference.Tokenizers;

/// <summary>
/// Hashed n-grams that run across words, with marks and pairs of words, the tokenizer of <c>models/tone</c>; models/train/hashed_stream.py says the steps
/// and is the reference.
/// </summary>
internal sealed class HashedStream(TokenizerSettings settings) : ITextFeatures
{
    public const string Kind = "hashed-ngrams-2";

    private const uint WordSeed = 0x9747B28C;
    private const uint GramSeed = 0x811C9DC5;
    private const uint PairSeed = 0x1B873593;
    private const uint Prime = 0x01000193;
    private const int Space = 0x20;
    private const int MostRepeated = 3;

    private readonly (int Shortest, int Longest) letters = (settings.CjkNGrams[0], settings.CjkNGrams[1]);
    private readonly (int Shortest, int Longest) words = (settings.WordNGrams![0], settings.WordNGrams![1]);
    private readonly ConcurrentBag<Tally> tallies = [];

    /// <summary>A text without words has one feature: the hash of nothing.</summary>
    public TokenFeatures Features(string text)
    {
        if (!tallies.TryTake(out var tally))
        {
            tally = new Tally(settings.Buckets);
        }
        var (stream, own) = Parted(TextPrefix.Of(text, settings.MaxChars));
        Count(tally, stream, letters, GramSeed, loneSpaces: false);
        Count(tally, own, words, PairSeed, loneSpaces: true);
        if (tally.Count == 0)
        {
            tally.Add(Bucket(GramSeed));
        }
        var features = tally.Take();
        tallies.Add(tally);
        return features;
    }

    /// <summary>The words with a space around each, and the hash of each.</summary>
    private static (List<uint> Stream, List<uint> Words) Parted(string prefix)
    {
        var (stream, own) = (new List<uint>(prefix.Length + 16), new List<uint>());
        var (word, open, ofMarks, last, run) = (WordSeed, false, false, -1, 0);
        foreach (var rune in prefix.EnumerateRunes())
        {
            var c = Rune.ToLowerInvariant(rune).Value;
            run = c == last ? run + 1 : 1;
            last = c;
            if (run > MostRepeated)
            {
                continue;
            }
            var parts = CodePoints.IsSeparator(c);
            var isMark = parts && c is (> 0x20 and < 0x7F) or 0x2026;
            if (open && ((parts && !isMark) || ofMarks != parts))
            {
                Close();
            }
            if (parts && !isMark)
            {
                continue;
            }
            if (!open)
            {
                if (stream.Count == 0)
                {
                    stream.Add(Space);
                }
                (open, word) = (true, WordSeed);
            }
            ofMarks = parts;
            stream.Add((uint)c);
            word = Mix(word, (uint)c);
        }
        if (open)
        {
            Close();
        }
        return (stream, own);

        void Close()
        {
            stream.Add(Space);
            own.Add(word);
            open = false;
        }
    }

    private void Count(Tally tally, List<uint> stream, (int Shortest, int Longest) lengths, uint seed, bool loneSpaces)
    {
        for (var start = 0; start < stream.Count; start++)
        {
            var gram = seed;
            var longest = Math.Min(lengths.Longest, stream.Count - start);
            for (var size = 1; size <= longest; size++)
            {
                gram = Mix(gram, stream[start + size - 1]);
                if (size >= lengths.Shortest && (size > 1 || loneSpaces || stream[start] != Space))
                {
                    tally.Add(Bucket(gram));
                }
            }
        }
    }

    /// <summary>FNV-1a, one code point or hash a step.</summary>
    private static uint Mix(uint hash, uint value) => (hash ^ value) * Prime;

    /// <summary>Murmur3's finaliser spreads FNV's weak low bits before the modulo.</summary>
    private int Bucket(uint hash)
    {
        hash ^= hash >> 16;
        hash *= 0x85EBCA6B;
        hash ^= hash >> 13;
        hash *= 0xC2B2AE35;
        hash ^= hash >> 16;
        return (int)(hash % (uint)settings.Buckets);
    }
}
