namespace TrendGrains.Crawling.Frontier;

/// <summary>
/// Whether a page is believed that says <c>rel=canonical</c> (RFC 6596). Sites get it wrong: all pages point to the front page, or to a template without its
/// number. So a claim holds only within one owner's names and where both addresses speak of the same thing by a name or a number.
/// </summary>
public static class CanonicalClaim
{
    /// <summary>The claimed address, normalised, where it is another than the page's own and is believed; else null.</summary>
    public static string? Believe(string pageUrl, string? claimed)
    {
        if (claimed is null || !Uri.TryCreate(pageUrl, UriKind.Absolute, out var page)
            || !UrlNormalizer.TryNormalize(claimed, page, out var normalized, out _) || normalized == pageUrl)
        {
            return null;
        }

        var target = new Uri(normalized);
        return RegistrableDomain.Of(page.IdnHost) == RegistrableDomain.Of(target.IdnHost) 
            && (page.Port == target.Port || (page.IsDefaultPort && target.IsDefaultPort))
            && (normalized == UrlVariant.Resolve(pageUrl) || IsSameThing(page, target)) ? normalized : null;
    }

    private static bool IsSameThing(Uri page, Uri target)
    {
        // The article's own name is the last; those before it are the section's, which its front page bears too.
        var segment = Segments(page).LastOrDefault(s => s.Count > 0);
        var (query, theirs) = (QueryIdentities(page).ToArray(), Identities(target));
        return segment is null && query.Length == 0
            ? Bare(page.AbsolutePath) == Bare(target.AbsolutePath) && Pairs(page).All(Pairs(target).Contains)
            : (segment is null || segment.Overlaps(theirs)) && query.All(theirs.Contains);
    }

    /// <summary>What a query says; of a short value nobody knows whether it chooses what is shown, but that "ref" is where the reader came from.</summary>
    private static IEnumerable<string> Pairs(Uri url) => Parts(url).Where(part => !part.StartsWith("ref=", StringComparison.OrdinalIgnoreCase));

    private static string[] Parts(Uri url) => url.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries);

    private static string Bare(string path)
    {
        path = path.TrimEnd('/');
        var dot = path.LastIndexOf('.');
        return dot > path.LastIndexOf('/') ? path[..dot] : path;
    }

    private static HashSet<string> Identities(Uri url) =>
        QueryIdentities(url).Concat(Segments(url).SelectMany(s => s)).ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Names of several words, and numbers that are no dates, of each part of the path.</summary>
    private static IEnumerable<HashSet<string>> Segments(Uri url)
    {
        foreach (var segment in url.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            var name = segment.LastIndexOf('.') is > 0 and var dot ? segment[..dot] : segment;
            var found = Numbers(name).ToHashSet(StringComparer.OrdinalIgnoreCase);
            if (name.Count('-') >= 2 || name.Count('_') >= 2 || name.Count('%') >= 6)
            {
                found.Add(name);
            }

            yield return found;
        }
    }

    private static IEnumerable<string> QueryIdentities(Uri url) =>
        Parts(url).Select(part => part[(part.IndexOf('=') + 1)..])
            .Where(value => value.Length > 0 && (value.All(char.IsAsciiDigit) || value.Count('-') >= 2 || (value.Length >= 8 && value.Any(char.IsAsciiDigit))));

    private static IEnumerable<string> Numbers(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var length = text.AsSpan(at).IndexOfAnyExceptInRange('0', '9') is >= 0 and var end ? end : text.Length - at;
            if (length >= 5 && !(length == 8 && (text.AsSpan(at).StartsWith("19") || text.AsSpan(at).StartsWith("20"))))
            {
                yield return text.Substring(at, length);
            }

            at += Math.Max(1, length);
        }
    }
}
