namespace TrendGrains.Press.World.Language.Korean;

/// <summary>Makes a headline of a sentence: 숨졌다. becomes 숨져, the full stop goes.</summary>
internal static class KoreanHeadline
{
    private const int Finals = 28;
    private const int DoubleSiot = 20;
    private const int Shortest = 12;
    private const int Longest = 44;

    /// <summary>Null when the sentence is too long or too short, or two.</summary>
    public static string? Of(string sentence)
    {
        if (!sentence.EndsWith("다.", StringComparison.Ordinal) || sentence.Length is < Shortest or > Longest || sentence.IndexOf(". ", StringComparison.Ordinal) >= 0)
        {
            return null;
        }
        var stem = sentence[..^2];
        var last = stem[^1];
        // The past tense ends in ㅆ다; a headline keeps the vowel before it.
        return last is >= '가' and <= '힣' && (last - '가') % Finals == DoubleSiot && last is not '있' and not '겠'
            ? stem[..^1] + (char)(last - DoubleSiot)
            : sentence[..^1];
    }
}
