using System.Collections.Frozen;

namespace TrendGrains.Reading.Metadata.Dates;

/// <summary>
/// The zone in which a page's times are read when it does not say one, and why: <c>site</c> (the host's country has one zone and no
/// summer time), <c>language</c> (so has the one country that the page's language is spoken in), else <c>utc</c>.
/// </summary>
internal readonly record struct PageZone(TimeSpan Offset, string Reason)
{
    private static readonly FrozenDictionary<string, double> countries = new Dictionary<string, double>
    {
        ["kr"] = 9, ["jp"] = 9, ["cn"] = 8, ["tw"] = 8, ["hk"] = 8, ["sg"] = 8, ["my"] = 8, ["ph"] = 8, ["th"] = 7, ["vn"] = 7, ["in"] = 5.5, ["ae"] = 4, ["is"] = 0,
    }.ToFrozenDictionary();

    /// <summary>The country of the host, else of the language tag, else the one whose language it is; null where nothing tells.</summary>
    public static string? Country(string? url, string? language)
    {
        var host = Uri.TryCreate(url, UriKind.Absolute, out var uri) ? uri.Host[(uri.Host.LastIndexOf('.') + 1)..].ToLowerInvariant() : "";
        if (host.Length == 2 && host is not ("io" or "co" or "tv" or "me" or "ai"))
        {
            return host == "uk" ? "gb" : host;
        }
        var tag = language?.Replace('_', '-').ToLowerInvariant() ?? "";
        return tag.LastIndexOf('-') is > 0 and var dash && tag.Length - dash == 3 ? tag[(dash + 1)..] : tag.StartsWith("zh", StringComparison.Ordinal) ? "cn" : null;
    }

    public static PageZone Of(string? url, string? language)
    {
        if (Uri.TryCreate(url, UriKind.Absolute, out var uri) && countries.TryGetValue(uri.Host[(uri.Host.LastIndexOf('.') + 1)..].ToLowerInvariant(), out var hours))
        {
            return new PageZone(TimeSpan.FromHours(hours), "site");
        }
        var primary = language?.Split('-', '_')[0].ToLowerInvariant();
        return primary is "ko" or "ja" ? new PageZone(TimeSpan.FromHours(9), "language") : new PageZone(TimeSpan.Zero, "utc");
    }
}
