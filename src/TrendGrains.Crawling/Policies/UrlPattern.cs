namespace TrendGrains.Crawling.Policies;

/// <summary>
/// The make of an address: literal where a site's sections differ, abstract where its pages differ. Numbers become <c>0</c>, words joined by
/// hyphens <c>w-w</c>; of a query the names stay: <c>/blog/0000/00/w-w.html</c>, <c>/view?idxno=</c>.
/// </summary>
internal static class UrlPattern
{
    public const int Longest = 96;

    /// <summary>Path and query of an absolute URL.</summary>
    public static ReadOnlySpan<char> PathOf(ReadOnlySpan<char> url, out ReadOnlySpan<char> query)
    {
        var rest = url.IndexOf("://") is >= 0 and var scheme ? url[(scheme + 3)..] : url;
        var path = rest.IndexOf('/') is >= 0 and var slash ? rest[slash..] : [];
        query = path.IndexOf('?') is >= 0 and var question ? path[(question + 1)..] : [];
        return query.IsEmpty ? path.TrimEnd('?') : path[..(path.Length - query.Length - 1)];
    }

    /// <summary>Writes the pattern, cut off where there is no more room; returns its length.</summary>
    public static int Write(ReadOnlySpan<char> path, ReadOnlySpan<char> query, Span<char> into)
    {
        var length = 0;
        var segments = 0;
        foreach (var range in path.Split('/'))
        {
            var segment = path[range];
            if (segment.IsEmpty)
            {
                continue;
            }

            Put(into, ref length, "/");
            Segment(segment, literal: segments++ == 0 && range.End.GetOffset(path.Length) < path.Length, into, ref length);
        }

        if (path.Length > 0 && path[^1] == '/')
        {
            Put(into, ref length, "/");
        }

        foreach (var range in query.Split('&'))
        {
            var pair = query[range];
            if (!pair.IsEmpty)
            {
                Put(into, ref length, "?");
                Put(into, ref length, pair.IndexOf('=') is >= 0 and var equals ? pair[..equals] : pair);
            }
        }

        return length;
    }

    private static void Segment(ReadOnlySpan<char> segment, bool literal, Span<char> into, ref int length)
    {
        var dot = segment.LastIndexOf('.');
        var name = dot > 0 ? segment[..dot] : segment;
        if (literal && !name.ContainsAnyInRange('0', '9'))
        {
            Put(into, ref length, name);
        }
        else if (!name.ContainsAnyExceptInRange('0', '9'))
        {
            Put(into, ref length, name.Length switch { <= 2 => "00", <= 4 => "0000", _ => "0" });
        }
        else
        {
            Put(into, ref length, (name.Count('-') + name.Count('_')) switch { 0 => name.ContainsAnyInRange('0', '9') ? "w0" : "w", <= 2 => "w-w", _ => "w-w-w" });
        }

        if (dot > 0 && segment.Length - dot <= 6)
        {
            Put(into, ref length, segment[dot..]);
        }
    }

    private static void Put(Span<char> into, ref int length, ReadOnlySpan<char> text)
    {
        var taken = text[..Math.Min(text.Length, into.Length - length)];
        taken.CopyTo(into[length..]);
        length += taken.Length;
    }
}
