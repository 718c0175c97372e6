using System.Collections.Frozen;

namespace TrendGrains.Reading.Metadata.Dates;

/// <summary>
/// Zone abbreviations (RFC 5322 section 4.3 and what newspapers print). Those that mean several are left out (IST), or have their American offset here,
/// which only counts where the page's country is no other (<see cref="Elsewhere"/>).
/// </summary>
internal static class ZoneNames
{
    private static readonly FrozenDictionary<string, double> hours = new Dictionary<string, double>(StringComparer.OrdinalIgnoreCase)
    {
        ["UTC"] = 0, ["GMT"] = 0, ["UT"] = 0, ["Z"] = 0, ["WET"] = 0, ["WEST"] = 1, ["BST"] = 1, ["CET"] = 1, ["MEZ"] = 1, ["CEST"] = 2, ["MESZ"] = 2, ["EET"] = 2,
        ["EEST"] = 3, ["MSK"] = 3, ["KST"] = 9, ["JST"] = 9, ["HKT"] = 8, ["SGT"] = 8, ["AWST"] = 8, ["ACST"] = 9.5, ["AEST"] = 10, ["AEDT"] = 11, ["NZST"] = 12,
        ["NZDT"] = 13, ["EST"] = -5, ["EDT"] = -4, ["CST"] = -6, ["CDT"] = -5, ["MST"] = -7, ["MDT"] = -6, ["PST"] = -8, ["PDT"] = -7, ["AKST"] = -9, ["AKDT"] = -8,
        ["HST"] = -10, ["BRT"] = -3, ["ART"] = -3, ["WIB"] = 7, ["PKT"] = 5,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The offset of a named zone on a day; null when the name is unknown or means several.</summary>
    public static TimeSpan? Offset(string name, DateOnly day)
    {
        if (hours.TryGetValue(name, out var offset))
        {
            return TimeSpan.FromHours(offset);
        }
        var standard = name.ToUpperInvariant() switch { "ET" => -5, "CT" => -6, "MT" => -7, "PT" => -8, _ => 0 };
        return standard == 0 ? null : TimeSpan.FromHours(standard + (IsAmericanSummer(day) ? 1 : 0));
    }

    /// <summary>Offsets that a name has in a country where it is not the American one; none where it cannot be told.</summary>
    public static TimeSpan? Elsewhere(string name, TimeSpan american, string? country) => (name.ToUpperInvariant(), country) switch
    {
        ("CST" or "EST" or "MST" or "PST" or "CT" or "ET" or "PT" or "MT" or "EDT" or "CDT", null or "us" or "ca" or "mx") => american,
        ("CST", "cn" or "tw" or "hk") => TimeSpan.FromHours(8),
        ("EST", "au") => TimeSpan.FromHours(10),
        ("EDT", "au") => TimeSpan.FromHours(11),
        ("CST" or "EST" or "EDT" or "CDT", "au" or "cu" or "gb") => null,
        ("MST", "my" or "mm") => null,
        ("PST", "ph") => TimeSpan.FromHours(8),
        _ => american,
    };

    /// <summary>Second Sunday of March to first Sunday of November (Energy Policy Act of 2005; close enough before).</summary>
    private static bool IsAmericanSummer(DateOnly day) =>
        day >= Sunday(day.Year, 3, 2) && day < Sunday(day.Year, 11, 1);

    private static DateOnly Sunday(int year, int month, int which)
    {
        var first = new DateOnly(year, month, 1);
        return first.AddDays((7 - (int)first.DayOfWeek) % 7 + (which - 1) * 7);
    }
}
