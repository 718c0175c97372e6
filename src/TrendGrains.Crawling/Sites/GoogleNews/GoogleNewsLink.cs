using System.Text;

namespace TrendGrains.Crawling.Sites.GoogleNews;

/// <summary>
/// The article behind a link of Google News. Its id is base64url of a protocol buffer: field 1 = 19, field 4 = the article's address, in
/// older links; in those since July 2024 field 4 is a token (<c>AU_yqL…</c>) that only Google can resolve.
/// </summary>
internal static class GoogleNewsLink
{
    private static readonly byte[] head = [0x08, 0x13, 0x22];

    /// <summary>The article's address; null where the link does not contain it.</summary>
    public static string? Article(string link)
    {
        if (!Uri.TryCreate(link, UriKind.Absolute, out var url))
        {
            return null;
        }

        if (url.Host == "consent.google.com" && new Query(url)["continue"] is { } behind)
        {
            return Uri.TryCreate(behind, UriKind.Absolute, out var inner) && inner.Host != url.Host ? Article(behind) : null;
        }

        return url.AbsolutePath.Split('/') is [.., "articles" or "read", var id] ? Decode(id) : null;
    }

    private static string? Decode(string id)
    {
        var base64 = id.Replace('-', '+').Replace('_', '/');
        var bytes = new byte[base64.Length];
        if (!Convert.TryFromBase64String(base64.PadRight((base64.Length + 3) / 4 * 4, '='), bytes, out var count))
        {
            return null;
        }

        var message = bytes.AsSpan(0, count);
        if (!message.StartsWith(head))
        {
            return null;
        }

        // The length is a varint; an address longer than two of its bytes can say is none.
        message = message[head.Length..];
        var (length, used) = message.Length > 1 && message[0] >= 0x80 ? ((message[0] & 0x7f) | (message[1] << 7), 2) : (message.Length > 0 ? message[0] : 0, 1);
        return message.Length >= used + length && Uri.TryCreate(Encoding.UTF8.GetString(message.Slice(used, length)), UriKind.Absolute, out var article)
            && article.Scheme is "http" or "https" ? article.AbsoluteUri : null;
    }
}
