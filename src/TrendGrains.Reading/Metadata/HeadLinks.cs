using System.Text;

namespace TrendGrains.Reading.Metadata;

/// <summary>
/// What a page's head says of its own addresses, found by a look at the bytes: needed before the page is stored, long before it is parsed. Comments and
/// scripts are passed over; what stands after the head is not believed, since readers may have written it.
/// </summary>
public static class HeadLinks
{
    /// <summary>Heads are longer than one thinks: styles and data before the first link.</summary>
    private const int Longest = 512 * 1024;

    private const int Usual = 64 * 1024;
    private const int LongestTag = 8 * 1024;

    /// <param name="Canonical">As written; null when there is none, or more than one that differ.</param>
    /// <param name="Amp">Address of the page's AMP form, as written.</param>
    public sealed record Found(string? Canonical, string? Amp);

    public static Found In(ReadOnlySpan<byte> body)
    {
        // Most heads end within the first part.
        return Scan(Encoding.Latin1.GetString(body[..Math.Min(body.Length, Usual)])) is { } found ? found
            : Scan(Encoding.Latin1.GetString(body[..Math.Min(body.Length, Longest)])) ?? new Found(null, null);
    }

    /// <summary>Null where the head does not end within the text.</summary>
    private static Found? Scan(string text)
    {
        string? canonical = null, amp = null;
        var differs = false;
        for (var at = text.IndexOf('<', StringComparison.Ordinal); at >= 0; at = Next(text, at))
        {
            if (Is(text, at, "<body"))
            {
                return new Found(differs ? null : canonical, amp);
            }

            if (!Is(text, at, "<link"))
            {
                continue;
            }

            var end = text.IndexOf('>', at);
            var tag = end < 0 || end - at > LongestTag ? "" : text[at..end];
            var rel = Attribute(tag, "rel")?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? [];
            if (rel.Contains("canonical", StringComparer.OrdinalIgnoreCase) && Address(tag) is { } address)
            {
                differs |= canonical is not null && canonical != address;
                canonical ??= address;
            }
            else if (rel.Contains("amphtml", StringComparer.OrdinalIgnoreCase))
            {
                amp ??= Address(tag);
            }
        }

        return text.Length is Usual ? null : new Found(differs ? null : canonical, amp);
    }

    private static int Next(string text, int at)
    {
        var after = Is(text, at, "<!--") ? After(text, at, "-->")
            : Is(text, at, "<script") ? After(text, at, "</script")
            : Is(text, at, "<style") ? After(text, at, "</style")
            : Is(text, at, "<title") ? After(text, at, "</title")
            : Is(text, at, "<noscript") ? After(text, at, "</noscript")
            : at + 1;
        return after < 0 || after >= text.Length ? -1 : text.IndexOf('<', after);
    }

    private static int After(string text, int at, string end) =>
        text.IndexOf(end, at, StringComparison.OrdinalIgnoreCase) is >= 0 and var found ? found + end.Length : -1;

    private static bool Is(string text, int at, string tag) => text.AsSpan(at).StartsWith(tag, StringComparison.OrdinalIgnoreCase);

    private static string? Address(string tag) =>
        Attribute(tag, "href") is { } href ? System.Net.WebUtility.HtmlDecode(Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(href))).Trim() is { Length: > 0 } url ? url : null : null;

    private static string? Attribute(string tag, string name)
    {
        for (var at = 0; (at = tag.IndexOf(name, at, StringComparison.OrdinalIgnoreCase)) >= 0; at += name.Length)
        {
            var value = at + name.Length;
            while (value < tag.Length && char.IsWhiteSpace(tag[value]))
            {
                value++;
            }

            if (at > 0 && !char.IsWhiteSpace(tag[at - 1]) && tag[at - 1] is not ('"' or '\'') || value >= tag.Length || tag[value] != '=')
            {
                continue;
            }

            var rest = tag.AsSpan(value + 1).TrimStart();
            if (rest.IsEmpty)
            {
                return null;
            }

            var quote = rest[0] is '"' or '\'' ? rest[0] : '\0';
            rest = quote == '\0' ? rest : rest[1..];
            var end = quote == '\0' ? rest.IndexOfAny(" \t\r\n") : rest.IndexOf(quote);
            return (end < 0 ? rest : rest[..end]).ToString();
        }

        return null;
    }
}
