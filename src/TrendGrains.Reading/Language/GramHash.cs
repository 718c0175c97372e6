namespace TrendGrains.Reading.Language;

/// <summary>64-bit FNV-1a over UTF-16, built up one character at a time: the number of a run of letters.</summary>
internal static class GramHash
{
    public const ulong Start = 14695981039346656037;

    public static ulong Of(ReadOnlySpan<char> gram)
    {
        var hash = Start;
        foreach (var c in gram)
        {
            hash = With(hash, c);
        }
        return hash;
    }

    public static ulong With(ulong hash, char c) => (hash ^ c) * 1099511628211;
}
