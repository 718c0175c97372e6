namespace TrendGrains.Reading.Markup;

/// <summary>Resolves the addresses of one page.</summary>
internal sealed class PageUrls
{
    private const int LongestUrl = 4096;
    private readonly Uri? origin;

    public PageUrls(string? page, string? baseHref)
    {
        Page = page;
        Uri.TryCreate(page, UriKind.Absolute, out origin);
        if (baseHref is not null && Absolute(baseHref) is { } absolute)
        {
            origin = new Uri(absolute);
        }
    }

    public string? Page { get; }

    /// <summary>Whether an address is the page's own: scheme, "www.", query, fragment and a slash at the end aside.</summary>
    public bool IsPage(string address) => Page is not null && Absolute(address) is { } absolute && Bare(absolute) == Bare(Page);

    private static string Bare(string url)
    {
        var from = url.IndexOf("://", StringComparison.Ordinal) is >= 0 and var at ? at + 3 : 0;
        var end = url.AsSpan(from).IndexOfAny('?', '#') is >= 0 and var cut ? from + cut : url.Length;
        var bare = url[from..end].TrimEnd('/').ToLowerInvariant();
        return bare.StartsWith("www.", StringComparison.Ordinal) ? bare[4..] : bare;
    }

    /// <summary>Absolute http(s) URL without fragment; null for anything else.</summary>
    public string? Absolute(string? address)
    {
        var trimmed = address?.Trim();
        if (string.IsNullOrEmpty(trimmed) || trimmed.Length > LongestUrl)
        {
            return null;
        }
        var isUri = origin is null ? Uri.TryCreate(trimmed, UriKind.Absolute, out var uri) : Uri.TryCreate(origin, trimmed, out uri);
        if (!isUri || uri!.Scheme is not ("http" or "https") || uri.Host.Length == 0)
        {
            return null;
        }
        try
        {
            return uri.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped);
        }
        catch (UriFormatException)
        {
            return null;
        }
    }
}
