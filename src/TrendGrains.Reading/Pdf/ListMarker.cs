namespace TrendGrains.Reading.Pdf;

/// <summary>What stands before a list's items: signs, and numbers or letters with a point or bracket.</summary>
internal static class ListMarker
{
    private const string Signs = "•‣◦▪▫■□●○◆◇▶▷►※☞➢✓✔·ㆍ∙–—-*";

    /// <summary>The first word of a line starts an item.</summary>
    public static bool Starts(string word) => IsOnly(word) || (word.Length > 1 && Signs.IndexOf(word[0], StringComparison.Ordinal) is >= 0 and < 20) || word[0] is >= '①' and <= '⑳';

    /// <summary>The word is a marker and nothing else.</summary>
    public static bool IsOnly(string word)
    {
        if (word.Length == 1)
        {
            return Signs.Contains(word[0], StringComparison.Ordinal) || word[0] is >= '①' and <= '⑳' || word[0] is >= '\uE000' and <= '\uF8FF';
        }

        return word.Length <= 5 && word[^1] is '.' or ')' or ']'
            && word.AsSpan(0, word.Length - 1).TrimStart("([").ToString() is { Length: > 0 and <= 3 } inner
            && (inner.All(char.IsAsciiDigit) || (inner.Length == 1 && char.IsLetter(inner[0])) || inner.All(c => c is 'i' or 'v' or 'x'));
    }
}
