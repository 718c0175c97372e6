using System.Collections.Frozen;
using TrendGrains.Abstractions.Sources;

namespace TrendGrains.Crawling.Frontier;

/// <summary>Which links of a source's pages are followed.</summary>
public static class LinkScope
{
    /// <summary>File names that never hold an article.</summary>
    private static readonly FrozenSet<string> unreadable = new[]
    {
        "jpg", "jpeg", "png", "gif", "webp", "avif", "svg", "ico", "bmp", "tif", "tiff", "heic", "psd", "ai", "eps",
        "mp3", "m4a", "aac", "ogg", "oga", "opus", "wav", "flac", "mp4", "m4v", "mov", "avi", "mkv", "webm", "wmv", "flv", "mpg", "mpeg", "m3u8", "ts",
        "zip", "gz", "tgz", "bz2", "xz", "zst", "7z", "rar", "tar", "jar", "war", "iso", "dmg", "exe", "msi", "deb", "rpm", "apk", "bin", "img", "whl",
        "doc", "docx", "xls", "xlsx", "ppt", "pptx", "odt", "ods", "odp", "hwp", "hwpx", "epub", "mobi",
        "css", "js", "mjs", "map", "wasm", "woff", "woff2", "ttf", "otf", "eot", "swf", "asc", "sig", "md5", "sha1", "sha256", "sha512",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The address to follow for a link, and why not, if not: one of another form of a page of the site is that page's.</summary>
    public static (string Url, CrawlReason? Refused) Place(SourceDefinition source, string normalizedUrl, int depth)
    {
        var resolved = UrlVariant.Resolve(normalizedUrl, source.Url);
        return resolved != normalizedUrl && Refuse(source, resolved, depth) is null
            ? (resolved, null)
            : (normalizedUrl, Refuse(source, normalizedUrl, depth));
    }

    /// <summary>Null where the link is in scope; else why not. The scope is the whole host of the source's address, with or without "www.".</summary>
    /// <param name="normalizedUrl">As <see cref="UrlNormalizer"/> gives it.</param>
    /// <param name="depth">Links away from the source's address.</param>
    public static CrawlReason? Refuse(SourceDefinition source, string normalizedUrl, int depth)
    {
        if (!Uri.TryCreate(normalizedUrl, UriKind.Absolute, out var url))
        {
            return CrawlReason.InvalidUrl;
        }

        if (url.Scheme is not ("http" or "https"))
        {
            return CrawlReason.UnsupportedScheme;
        }

        if (!Uri.TryCreate(source.Url, UriKind.Absolute, out var seed) || Site(seed) != Site(url))
        {
            return CrawlReason.OffSite;
        }

        if (depth > source.MaxDepth)
        {
            return CrawlReason.TooDeep;
        }

        return unreadable.GetAlternateLookup<ReadOnlySpan<char>>().Contains(Extension(url.AbsolutePath))
            ? CrawlReason.NotReadable
            : CrawlTrap.Refuse(url);
    }

    /// <summary>Host and port, where http and https on their own ports are the same place.</summary>
    private static (string Host, int Port) Site(Uri url)
    {
        var host = url.IdnHost.ToLowerInvariant().TrimEnd('.');
        return (host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host, url.IsDefaultPort ? 0 : url.Port);
    }

    private static ReadOnlySpan<char> Extension(string path)
    {
        var name = path.AsSpan(path.LastIndexOf('/') + 1);
        var dot = name.LastIndexOf('.');
        return dot > 0 ? name[(dot + 1)..] : [];
    }
}
