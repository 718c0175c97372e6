using System.Text;

namespace TrendGrains.Crawling.Frontier;

/// <summary>RFC 3986, 6.2.2.1 and 6.2.2.2: upper-case hex digits, unreserved characters bare, everything that is no URL character encoded.</summary>
internal static class PercentEncoding
{
    // Reserved characters keep the form they came in: encoded and bare may mean different things.
    private const string Reserved = "!$&'()*+,;=:@/?[]|";

    public static string Normalize(string text)
    {
        var result = new StringBuilder(text.Length + 8);
        Span<byte> utf8 = stackalloc byte[4];
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '%' && i + 2 < text.Length && char.IsAsciiHexDigit(text[i + 1]) && char.IsAsciiHexDigit(text[i + 2]))
            {
                var octet = Convert.ToByte(text.Substring(i + 1, 2), 16);
                i += 2;
                Append(result, octet, keep: IsUnreserved((char)octet));
            }
            else if (c < 0x80)
            {
                Append(result, (byte)c, keep: IsUnreserved(c) || Reserved.Contains(c));
            }
            else
            {
                if (!Rune.TryGetRuneAt(text, i, out var rune))
                {
                    rune = Rune.ReplacementChar; // half a surrogate pair
                }
                else
                {
                    i += rune.Utf16SequenceLength - 1;
                }

                foreach (var octet in utf8[..rune.EncodeToUtf8(utf8)])
                {
                    Append(result, octet, keep: false);
                }
            }
        }

        return result.ToString();
    }

    private static bool IsUnreserved(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '~';

    private static void Append(StringBuilder result, byte octet, bool keep)
    {
        if (keep)
        {
            result.Append((char)octet);
        }
        else
        {
            result.Append('%').Append(octet.ToString("X2"));
        }
    }
}
