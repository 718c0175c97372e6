namespace TrendGrains.Crawling.Feeds;

/// <summary>Names as they stand in tags, a little wider than XML's own.</summary>
internal static class XmlName
{
    private const int Longest = 256;

    public static bool IsStart(char c) => char.IsLetter(c) || c is '_' or ':';

    /// <summary>How many characters from there make a name; 0 for none.</summary>
    public static int Length(string text, int at)
    {
        var end = at;
        while (end < text.Length && end - at < Longest && (IsStart(text[end]) || (end > at && (char.IsDigit(text[end]) || text[end] is '-' or '.'))))
        {
            end++;
        }

        return end - at;
    }

    public static (string Prefix, string Local) Split(ReadOnlySpan<char> name)
    {
        var colon = name.IndexOf(':');
        return colon < 0 ? ("", name.ToString()) : (name[..colon].ToString(), name[(colon + 1)..].ToString());
    }
}
