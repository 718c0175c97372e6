namespace TrendGrains.Reading.Metadata.Dates;

/// <summary>How a page means 03/04/2024.</summary>
internal enum DayOrder
{
    /// <summary>It cannot be told: such a date is not read.</summary>
    Unknown,
    DayFirst,
    MonthFirst,
}

internal static class DayOrders
{
    private static readonly string[] monthFirstTlds = ["us", "edu", "gov", "mil", "ph"];

    /// <summary>By language and region; English without a region is American on hosts that only Americans have, and a country's own on its hosts.</summary>
    public static DayOrder Of(string? url, string? language)
    {
        var tag = language?.Replace('_', '-').ToLowerInvariant();
        if (string.IsNullOrEmpty(tag))
        {
            return DayOrder.Unknown;
        }
        if (!tag.StartsWith("en", StringComparison.Ordinal))
        {
            return DayOrder.DayFirst;
        }
        var region = tag.Length >= 5 ? tag[3..] : "";
        if (region is not ("" or "us" or "ph"))
        {
            return DayOrder.DayFirst;
        }
        var tld = Uri.TryCreate(url, UriKind.Absolute, out var uri) ? uri.Host[(uri.Host.LastIndexOf('.') + 1)..].ToLowerInvariant() : "";
        return monthFirstTlds.Contains(tld) ? DayOrder.MonthFirst : region.Length > 0 ? DayOrder.MonthFirst : tld.Length == 2 ? DayOrder.DayFirst : DayOrder.Unknown;
    }
}
