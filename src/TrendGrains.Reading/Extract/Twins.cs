namespace TrendGrains.Reading.Extract;

/// <summary>One text written twice in one line, once for eyes and once for screen readers, or for a wide and a narrow screen.</summary>
internal static class Twins
{
    /// <summary>"ha ha" is said twice; a twin is longer.</summary>
    private const int Shortest = 8;

    public static string Once(string text)
    {
        var half = text.Length / 2;
        var isTwice = text.Length >= Shortest * 2 && text.AsSpan(0, half).SequenceEqual(text.AsSpan(text.Length - half))
            && (text.Length % 2 == 0 ? !char.IsWhiteSpace(text[half]) : text[half] == ' ') && text.AsSpan(0, half).ContainsAnyExcept(text[0]);
        return isTwice ? text[..half] : text;
    }
}
