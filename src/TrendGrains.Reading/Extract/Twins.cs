namespace TrendGrains.Reading.Extract;

/// <summary>One text written twice in one line, once for eyes and once for screen readers, or for a wide and a narrow screen.</summary>
internal static class Twins
{
    /// <summary>"ha ha" is said twice; a twin is longer.</summary>
    private const int Shortest = 8;

    private static readonly System.Buffers.SearchValues<char> digits = System.Buffers.SearchValues.Create("0123456789 .,-+/:");

    /// <param name="isSplit">The text is of several runs: what one run says twice was meant so ("New York New York").</param>
    public static string Once(string text, bool isSplit)
    {
        var half = text.Length / 2;
        var isTwice = isSplit && text.Length >= Shortest * 2 && text.AsSpan().ContainsAnyExcept(digits) && text.AsSpan(0, half).SequenceEqual(text.AsSpan(text.Length - half))
            && (text.Length % 2 == 0 ? !char.IsWhiteSpace(text[half]) : text[half] == ' ') && text.AsSpan(0, half).ContainsAnyExcept(text[0]);
        return isTwice ? text[..half] : text;
    }
}
