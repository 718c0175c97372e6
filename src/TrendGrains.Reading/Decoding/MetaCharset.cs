using System.Text;

namespace TrendGrains.Reading.Decoding;

/// <summary>The charset that a page's first bytes name: <c>&lt;meta charset&gt;</c>, <c>http-equiv</c> or an XML declaration.</summary>
internal static class MetaCharset
{
    public static string? In(ReadOnlySpan<byte> head)
    {
        var text = Encoding.Latin1.GetString(head);
        foreach (var key in new[] { "charset", "encoding" })
        {
            for (var at = text.IndexOf(key, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(key, at + 1, StringComparison.OrdinalIgnoreCase))
            {
                if (Value(text.AsSpan(at + key.Length)) is { } value && IsInside(text, at, key == "charset" ? "<meta" : "<?xml"))
                {
                    return value;
                }
            }
        }
        return null;
    }

    private static bool IsInside(string text, int at, string tag)
    {
        var open = text.LastIndexOf('<', at);
        return open >= 0 && text.AsSpan(open).StartsWith(tag, StringComparison.OrdinalIgnoreCase);
    }

    private static string? Value(ReadOnlySpan<char> rest)
    {
        rest = rest.TrimStart();
        if (rest.IsEmpty || rest[0] != '=')
        {
            return null;
        }
        rest = rest[1..].TrimStart().TrimStart("\"'");
        var end = rest.IndexOfAny(" \"';>/?\t\r\n");
        var value = end < 0 ? rest : rest[..end];
        return value.Length is > 0 and < 40 ? value.ToString() : null;
    }
}
