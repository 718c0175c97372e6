using System.Net;

namespace TrendGrains.Crawling.Feeds;

/// <summary>Reads the inside of a tag: attributes quoted, half quoted, bare or without value, up to the tag's end or the next tag.</summary>
internal static class LenientAttributes
{
    private const int Most = 256;

    /// <param name="at">After the tag's name; then after the tag.</param>
    /// <param name="closed">The tag closes itself.</param>
    public static FeedAttribute[] Read(string text, ref int at, out bool closed)
    {
        var attributes = new List<FeedAttribute>();
        closed = false;
        while (at < text.Length)
        {
            var c = text[at];
            if (c == '<')
            {
                break; // the tag was never ended
            }

            if (c == '>')
            {
                closed = text[at - 1] == '/';
                at++;
                break;
            }

            var length = XmlName.Length(text, at);
            if (length == 0)
            {
                at++;
                continue;
            }

            var (prefix, local) = XmlName.Split(text.AsSpan(at, length));
            at += length;
            var value = Value(text, ref at);
            if (attributes.Count < Most)
            {
                attributes.Add(new FeedAttribute(prefix, local, value));
            }
        }

        return [.. attributes];
    }

    private static string Value(string text, ref int at)
    {
        var equals = SkipSpace(text, at);
        if (equals >= text.Length || text[equals] != '=')
        {
            return "";
        }

        at = SkipSpace(text, equals + 1);
        if (at >= text.Length)
        {
            return "";
        }

        var start = at;
        if (text[at] is '"' or '\'')
        {
            // A quote that is closed only after the next tag began was forgotten: the value ends with its tag.
            var quote = text[at];
            var end = text.AsSpan(at + 1).IndexOfAny(quote, '<');
            if (end >= 0 && text[at + 1 + end] == quote)
            {
                at += end + 2;
                return WebUtility.HtmlDecode(text[(start + 1)..(at - 1)]);
            }

            start = ++at;
        }

        while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not ('>' or '<'))
        {
            at++;
        }

        return WebUtility.HtmlDecode(text[start..at]);
    }

    private static int SkipSpace(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }
}
