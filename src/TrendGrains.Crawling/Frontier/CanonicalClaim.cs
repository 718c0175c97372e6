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
        var (ids, theirs) = (Identities(page), Identities(target));
        return ids.Count == 0 ? Bare(page.AbsolutePath) == Bare(target.AbsolutePath)
            : ids.Overlaps(theirs) && QueryIdentities(page).All(theirs.Contains);
    }

    private static string Bare(string path)
    {
        path = path.TrimEnd('/');
        var dot = path.LastIndexOf('.');
        return dot > path.LastIndexOf('/') ? path[..dot] : path;
    }

    /// <summary>Names of several words, and numbers that are no dates.</summary>
    private static HashSet<string> Identities(Uri url)
    {
        var found = QueryIdentities(url).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var segment in url.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            var name = segment.LastIndexOf('.') is > 0 and var dot ? segment[..dot] : segment;
            if (name.Count('-') >= 2 || name.Count('_') >= 2 || name.Count('%') >= 6)
            {
                found.Add(name);
            }

            found.UnionWith(Numbers(name));
        }

        return found;
    }

    private static IEnumerable<string> QueryIdentities(Uri url) =>
        url.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part[(part.IndexOf('=') + 1)..])
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
