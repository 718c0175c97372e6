using System.Text;

namespace TrendGrains.Crawling.Robots;

/// <summary>
/// One spelling for paths and patterns (RFC 9309, 2.2.2): octets outside the URL characters are percent-encoded, needless encodings
/// are undone, hex digits are upper case. Text is Latin-1: each character an octet.
/// </summary>
internal static class RobotsPath
{
    private const string Unreserved = "-._~";

    // '<', '>', '"', '^', '`', '{', '|', '}', '\' and the space are no URL characters: they are encoded when met bare.
    private const string Reserved = "!$&'()*+,;=:@/?#[]";

    /// <param name="octets">Latin-1 text of a pattern, or of a path and query.</param>
    /// <param name="isPattern">In a pattern '*' and '$' are signs; in a path they are themselves, so they are encoded there.</param>
    public static string Normalize(ReadOnlySpan<char> octets, bool isPattern)
    {
        var result = new StringBuilder(octets.Length + 8);
        for (var i = 0; i < octets.Length; i++)
        {
            var c = octets[i];
            if (c == '%' && i + 2 < octets.Length && char.IsAsciiHexDigit(octets[i + 1]) && char.IsAsciiHexDigit(octets[i + 2]))
            {
                var octet = (char)Convert.ToByte(octets.Slice(i + 1, 2).ToString(), 16);
                i += 2;
                if (char.IsAsciiLetterOrDigit(octet) || Unreserved.Contains(octet))
                {
                    result.Append(octet);
                }
                else
                {
                    Encode(result, octet);
                }
            }
            else if (char.IsAsciiLetterOrDigit(c) || Unreserved.Contains(c) || c == '%'
                || (Reserved.Contains(c) && (isPattern || c is not ('*' or '$'))))
            {
                result.Append(c);
            }
            else
            {
                Encode(result, c);
            }
        }

        // A '$' that is not last in a pattern is itself.
        return isPattern ? result.Replace("$", "%24", 0, Math.Max(0, result.Length - 1)).ToString() : result.ToString();
    }

    /// <summary>Path and query of a URL, absolute or not; "/" when there is none; the fragment is dropped.</summary>
    public static string Of(string url)
    {
        var text = url.AsSpan();
        var fragment = text.IndexOf('#');
        if (fragment >= 0)
        {
            text = text[..fragment];
        }

        var scheme = text.IndexOf("//");
        if (scheme == 0 || (scheme > 0 && text[scheme - 1] == ':' && !text[..scheme].Contains('/') && !text[..scheme].Contains('?')))
        {
            var authority = text[(scheme + 2)..];
            var end = authority.IndexOfAny('/', '?', ';');
            text = end < 0 ? "" : authority[end..];
        }

        var path = text.StartsWith("/") ? text.ToString() : string.Concat("/", text);
        return Normalize(Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(path)), isPattern: false);
    }

    private static void Encode(StringBuilder result, char octet) => result.Append('%').Append(((int)octet).ToString("X2"));
}
