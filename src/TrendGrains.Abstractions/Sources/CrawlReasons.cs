using System.Collections.Frozen;
using System.Text.Json;

namespace TrendGrains.Abstractions.Sources;

/// <summary>The stored spelling of each <see cref="CrawlReason"/>, and which of them are worth another try.</summary>
public static class CrawlReasons
{
    private static readonly FrozenDictionary<CrawlReason, string> codes =
        Enum.GetValues<CrawlReason>().ToFrozenDictionary(r => r, r => JsonNamingPolicy.KebabCaseLower.ConvertName(r.ToString()));

    private static readonly FrozenDictionary<string, CrawlReason> reasons = codes.ToFrozenDictionary(c => c.Value, c => c.Key);

    public static string Code(this CrawlReason reason) => codes[reason];

    /// <exception cref="KeyNotFoundException">No reason has this code.</exception>
    public static CrawlReason Parse(string code) => reasons[code];

    /// <summary>True where the same request may succeed later.</summary>
    public static bool IsTransient(this CrawlReason reason) => reason is >= CrawlReason.RobotsUnreachable and <= CrawlReason.StorageUnavailable;

    public static bool IsSuccess(this CrawlReason reason) => reason <= CrawlReason.Redirected;
}
