using System.Buffers;
using System.Collections.Concurrent;
using System.Text;
using TrendGrains.Inference.Catalog;

namespace TrendGrains.Inference.Tokenizers;

/// <summary>
/// Hashed character n-grams, the tokenizer of <c>models/text-embedding</c>; models/train/hashed_ngrams.py says the steps and is the reference.
/// Safe for use by several threads.
/// </summary>
internal sealed class HashedNGrams(TokenizerSettings settings) : ITextFeatures
{
    public const string Kind = "hashed-ngrams-1";

    private const int Start = 2;
    private const int End = 3;
    private const uint WordSeed = 0x9747B28C;
    private const uint GramSeed = 0x811C9DC5;
    private const uint Prime = 0x01000193;

    private readonly (int Shortest, int Longest) cjk = (settings.CjkNGrams[0], settings.CjkNGrams[1]);
    private readonly (int Shortest, int Longest) other = (settings.OtherNGrams[0], settings.OtherNGrams[1]);
    private readonly ConcurrentBag<Tally> tallies = [];

    /// <summary>Never empty: a text without words has one feature, the word of no letters.</summary>
    public TokenFeatures Features(string text)
    {
        if (!tallies.TryTake(out var tally))
        {
            tally = new Tally(settings.Buckets);
        }
        var buffer = ArrayPool<int>.Shared.Rent(64);
        try
        {
            buffer[0] = Start;
            var length = 1;
            foreach (var rune in TextPrefix.Of(text, settings.MaxChars).EnumerateRunes())
            {
                var c = Rune.ToLowerInvariant(rune).Value;
                if (!CodePoints.IsSeparator(c))
                {
                    if (length == buffer.Length - 1)
                    {
                        Grow(ref buffer, length);
                    }
                    buffer[length++] = c;
                }
                else if (length > 1)
                {
                    AddWord(tally, buffer, ref length);
                }
            }
            if (length > 1)
            {
                AddWord(tally, buffer, ref length);
            }
            if (tally.Count == 0)
            {
                tally.Add(Bucket(Mix(Mix(WordSeed, Start), End)));
            }
            return tally.Take();
        }
        finally
        {
            ArrayPool<int>.Shared.Return(buffer);
            tallies.Add(tally);
        }
    }

    /// <summary>Closes the word in the buffer, counts it and its n-grams, and empties the buffer.</summary>
    private void AddWord(Tally tally, int[] buffer, ref int length)
    {
        buffer[length++] = End;
        var word = buffer.AsSpan(0, length);
        length = 1;
        var whole = WordSeed;
        var isCjk = false;
        foreach (var c in word)
        {
            whole = Mix(whole, c);
            isCjk |= CodePoints.IsCjk(c);
        }
        tally.Add(Bucket(whole));
        var (shortest, longest) = isCjk ? cjk : other;
        for (var start = 0; start < word.Length; start++)
        {
            var gram = GramSeed;
            var last = Math.Min(longest, word.Length - start);
            for (var size = 1; size <= last; size++)
            {
                var c = word[start + size - 1];
                gram = Mix(gram, c);
                if (size >= shortest && (size > 1 || c is not (Start or End)))
                {
                    tally.Add(Bucket(gram));
                }
            }
        }
    }

    private static void Grow(ref int[] buffer, int length)
    {
        var larger = ArrayPool<int>.Shared.Rent(buffer.Length * 2);
        buffer.AsSpan(0, length).CopyTo(larger);
        ArrayPool<int>.Shared.Return(buffer);
        buffer = larger;
    }

    /// <summary>FNV-1a, one code point a step.</summary>
    private static uint Mix(uint hash, int c) => (hash ^ (uint)c) * Prime;

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
