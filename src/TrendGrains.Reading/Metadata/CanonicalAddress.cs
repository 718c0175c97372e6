using TrendGrains.Reading.Markup;

namespace TrendGrains.Reading.Metadata;

/// <summary>The address that a page names as its own, if that can be.</summary>
internal static class CanonicalAddress
{
    /// <summary>Where a page whose address is not known says that it is from, to resolve its links against; absolute or null.</summary>
    public static string? Claimed(PageParts parts)
    {
        var none = new PageUrls(null, null);
        return none.Absolute(parts.Links.Find(l => MetadataReader.HasRel(l, "canonical"))?.GetAttribute("href")) ?? none.Absolute(parts.Meta("og:url")) ?? none.Absolute(parts.Base?.GetAttribute("href"));
    }

    /// <summary>Null for what cannot be resolved, and for a home page that a page further down names: a common fault of templates.</summary>
    public static string? Believable(string? address, PageUrls urls)
    {
        if (urls.Absolute(address) is not { } canonical)
        {
            return null;
        }
        var isHome = Uri.TryCreate(canonical, UriKind.Absolute, out var there) && there.AbsolutePath is "/" or "" && there.Query.Length == 0;
        var isDeep = Uri.TryCreate(urls.Page, UriKind.Absolute, out var here) && (here.AbsolutePath is not ("/" or "") || here.Query.Length > 1);
        return isHome && isDeep ? null : canonical;
    }
}
