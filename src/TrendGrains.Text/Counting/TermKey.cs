namespace TrendGrains.Text.Counting;

/// <summary>
/// 32-bit FNV-1a over UTF-16 with a final mix: a word's number, the same on every machine. Among half a million words some thirty pairs share
/// one; that costs a little precision and buys half the memory.
/// </summary>
public static class TermKey
{
    public static uint Of(ReadOnlySpan<char> word)
    {
        var hash = 2166136261u;
        foreach (var c in word)
        {
            hash = (hash ^ c) * 16777619u;
        }

        return Mix(hash);
    }

    /// <summary>One key of two neighbours, order kept: what shingles are made of.</summary>
    public static uint Pair(uint first, uint second) => Mix((first * 0x9E3779B1u) ^ second);

    /// <summary>MurmurHash3's finaliser: every input bit moves every output bit.</summary>
    internal static uint Mix(uint hash)
    {
        hash = (hash ^ (hash >> 16)) * 0x85EBCA6Bu;
        hash = (hash ^ (hash >> 13)) * 0xC2B2AE35u;
        return hash ^ (hash >> 16);
    }
}
