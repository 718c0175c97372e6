namespace TrendGrains.Press.Sites;

/// <summary>FNV-1a, 64 bit, with a final mix: the same on every machine, unlike <see cref="string.GetHashCode()"/>.</summary>
internal static class Hash
{
    public static ulong Of(string text, ulong salt = 0)
    {
        var hash = 14695981039346656037UL ^ (salt * 0x9E3779B97F4A7C15UL);
        foreach (var c in text)
        {
            hash = (hash ^ (byte)c) * 1099511628211UL;
            hash = (hash ^ (byte)(c >> 8)) * 1099511628211UL;
        }

        hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9UL;
        hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EBUL;
        return hash ^ (hash >> 31);
    }

    public static int Below(int bound, string text, ulong salt = 0) => (int)(Of(text, salt) % (ulong)bound);

    /// <summary>Evenly spread in [0, 1).</summary>
    public static double Share(string text, ulong salt = 0) => (Of(text, salt) >> 11) * (1.0 / (1UL << 53));

    /// <summary>So many characters of the alphabet.</summary>
    public static string Code(string text, string alphabet, int length, ulong salt = 0)
    {
        var hash = Of(text, salt);
        return string.Create(length, (hash, alphabet, text, salt), static (span, state) =>
        {
            var rest = state.hash;
            for (var i = 0; i < span.Length; i++)
            {
                if (i % 8 == 7)
                {
                    rest = Of(state.text, state.salt + (ulong)i + 1);
                }

                span[i] = state.alphabet[(int)(rest % (ulong)state.alphabet.Length)];
                rest /= (ulong)state.alphabet.Length;
            }
        });
    }
}
