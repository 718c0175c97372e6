using System.Text;

namespace TrendGrains.Reading.Markup;

/// <summary>Escapes of JSON that stand for no character: half a surrogate pair is legal JSON (RFC 8259, 8.2) and no string.</summary>
internal static class JsonEscapes
{
    /// <summary>The text with every escaped lone surrogate replaced by U+FFFD; the same text where there is none.</summary>
    public static string Paired(string json)
    {
        var at = Next(json, 0);
        if (at < 0)
        {
            return json;
        }

        var paired = new StringBuilder(json);
        for (; at >= 0; at = Next(json, at))
        {
            if (IsHalf(json, at, high: true) && IsHalf(json, at + 6, high: false))
            {
                at += 12;
                continue;
            }

            for (var i = 0; i < 4; i++)
            {
                paired[at + 2 + i] = "fffd"[i];
            }

            at += 6;
        }

        return paired.ToString();
    }

    /// <summary>The next escape of a surrogate; "\\ud800" is a backslash and letters.</summary>
    private static int Next(string json, int from)
    {
        for (var at = from; (at = json.IndexOf('\\', at)) >= 0; at += 2)
        {
            if (IsHalf(json, at, high: true) || IsHalf(json, at, high: false))
            {
                return at;
            }
        }

        return -1;
    }

    private static bool IsHalf(string json, int at, bool high) =>
        at + 6 <= json.Length && json[at] == '\\' && json[at + 1] == 'u' && json[at + 2] is 'd' or 'D'
        && (high ? json[at + 3] is '8' or '9' or 'a' or 'b' or 'A' or 'B' : json[at + 3] is 'c' or 'd' or 'e' or 'f' or 'C' or 'D' or 'E' or 'F')
        && char.IsAsciiHexDigit(json[at + 4]) && char.IsAsciiHexDigit(json[at + 5]);
}
