namespace TrendGrains.Reading.Keywords;

/// <summary>The full stop inside of a number: 1.20, v1.20.4.</summary>
internal static class VersionPoint
{
    public static bool IsAt(ReadOnlySpan<char> text, int at) =>
        at > 0 && at + 1 < text.Length && text[at] == '.' && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]);

    /// <summary>Where a word that ends with a digit ends with its later digits: v1 of "v1.20.4" is all of it.</summary>
    public static int End(ReadOnlySpan<char> text, int end)
    {
        while (IsAt(text, end))
        {
            end++;
            while (end < text.Length && char.IsAsciiDigit(text[end]))
            {
                end++;
            }
        }

        return end;
    }
}
