namespace TrendGrains.Reading.Extract;

/// <summary>Random identifiers that shops strew between the letters of "Sponsored" so that no blocker finds the word: no text at all.</summary>
internal static class Decoys
{
    private const int Length = 36;

    /// <summary>True where identifiers (8-4-4-4-12 hexadecimal digits) are more than half of a text.</summary>
    public static bool Are(ReadOnlySpan<char> text)
    {
        if (text.Length < Length)
        {
            return false;
        }
        var (found, all) = (0, text.Length);
        for (int dash; (dash = text.IndexOf('-')) >= 0; text = text[(dash + 1)..])
        {
            if (dash >= 8 && text.Length >= dash + Length - 8 && IsIdentifier(text.Slice(dash - 8, Length)))
            {
                found += Length;
                dash += Length - 9;
            }
        }
        return found * 2 > all;
    }

    private static bool IsIdentifier(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < Length; i++)
        {
            if (i is 8 or 13 or 18 or 23 ? text[i] != '-' : !char.IsAsciiHexDigit(text[i]))
            {
                return false;
            }
        }
        return true;
    }
}
