namespace TrendGrains.Reading.Decoding;

/// <summary>Tells pictures and archives served as text/html from text.</summary>
internal static class BinaryContent
{
    private const int Window = 2000;

    /// <summary>More than a tenth of the first letters are control characters or undecodable. A stray null byte is text gone wrong, not binary.</summary>
    public static bool Is(string text)
    {
        var window = text.AsSpan(0, Math.Min(text.Length, Window));
        var odd = 0;
        foreach (var c in window)
        {
            odd += c is < ' ' and not ('\t' or '\n' or '\r' or '\f') or '\uFFFD' ? 1 : 0;
        }
        return odd * 10 > window.Length;
    }
}
