using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Fetch;
using TrendGrains.Crawling.Sites.Instagram;
using TrendGrains.Crawling.Sites.TikTok;

namespace TrendGrains.Crawling.YtDlp;

/// <summary>What an address is to yt-dlp; pure. Only the hosts of the source's own site are let through: yt-dlp itself would take any.</summary>
public static class YtDlpTarget
{
    /// <summary>The listing that the source is; null, and why, when its address is none.</summary>
    /// <param name="most">Entries that a search is asked for.</param>
    public static string? For(SourceDefinition source, int most, out string? refusal)
    {
        if (!TryAddress(source, source.Url, out var url, out refusal))
        {
            return null;
        }

        return source.Kind switch
        {
            SourceKind.YouTube => YouTubeTarget.For(url, most, source.Internal, out refusal),
            SourceKind.Instagram => InstagramAddress.Listing(url, source.Internal, out refusal),
            SourceKind.TikTok => TikTokAddress.Listing(url, source.Internal, out refusal),
            _ => No($"kind {source.Kind.ToString().ToLowerInvariant()} is not read through yt-dlp; youtube, instagram and tiktok are.", out refusal),
        };
    }

    /// <summary>One video or post of the source; null, and why, when it is on another site.</summary>
    public static string? ForEntry(SourceDefinition source, string address, out string? refusal) =>
        !TryAddress(source, address, out var url, out refusal) ? null
        : IsOf(source, url) ? url.AbsoluteUri
        : No($"{url.IdnHost} is not the source's site.", out refusal);

    /// <summary>Whether an address that a listing gave is on the source's site.</summary>
    internal static bool IsOf(SourceDefinition source, Uri url) => source.Internal || Hosts(source.Kind).Contains(url.IdnHost);

    internal static string? No(string why, out string? refusal)
    {
        refusal = why;
        return null;
    }

    private static string[] Hosts(SourceKind kind) => kind switch
    {
        SourceKind.YouTube => YouTubeTarget.Hosts,
        SourceKind.Instagram => InstagramAddress.Hosts,
        SourceKind.TikTok => TikTokAddress.Hosts,
        _ => [],
    };

    private static bool TryAddress(SourceDefinition source, string address, out Uri url, out string? refusal)
    {
        url = null!;
        refusal = null;
        if (!Uri.TryCreate(address, UriKind.Absolute, out var parsed))
        {
            refusal = $"'{UrlPolicy.Shown(address)}' is not an absolute address.";
            return false;
        }

        url = parsed;
        refusal = UrlPolicy.Refuse(parsed, source.Internal)?.Detail;
        return refusal is null;
    }
}
