using System.Globalization;

namespace TrendGrains.Crawling.Feeds;

/// <summary>Zones as dates name them: RFC 822's, and those that feeds of the wider world use.</summary>
internal static class TimeZones
{
    /// <summary>Offset from UTC; null where the text is no zone.</summary>
    public static TimeSpan? Offset(string zone)
    {
        var text = zone.Trim().Trim('(', ')').ToUpperInvariant();
        if (text.StartsWith("GMT", StringComparison.Ordinal) || text.StartsWith("UTC", StringComparison.Ordinal))
        {
            text = text.Length == 3 ? "Z" : text[3..];
        }

        return text.Length > 1 && text[0] is '+' or '-' ? Numeric(text) : Named(text) is { } hours ? TimeSpan.FromHours(hours) : null;
    }

    private static TimeSpan? Numeric(string text)
    {
        var digits = text[1..].Replace(":", "", StringComparison.Ordinal);
        if (digits.Length is 0 or > 4 || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        var (hours, minutes) = digits.Length <= 2 ? (number, 0) : (number / 100, number % 100);
        var size = new TimeSpan(hours, minutes, 0);

        // Beyond any zone on earth: a slip, and the time is best taken as it stands.
        return size > TimeSpan.FromHours(14) ? TimeSpan.Zero : text[0] == '-' ? -size : size;
    }

    private static double? Named(string name) => name switch
    {
        "Z" or "UT" or "WET" => 0,
        "EST" or "CDT" => -5,
        "EDT" => -4,
        "CST" or "MDT" => -6,
        "MST" or "PDT" => -7,
        "PST" or "AKDT" => -8,
        "AKST" => -9,
        "HST" => -10,
        "AST" => -4,
        "BRT" or "ART" => -3,
        "BST" or "CET" or "WEST" or "MEZ" => 1,
        "CEST" or "EET" or "MESZ" or "SAST" => 2,
        "EEST" or "MSK" => 3,
        "IST" => 5.5,
        "ICT" => 7,
        "SGT" or "HKT" or "AWST" => 8,
        "KST" or "JST" => 9,
        "AEST" => 10,
        "AEDT" => 11,
        "NZST" => 12,
        "NZDT" => 13,
        _ => null,
    };
}
