using System.Globalization;
using System.Text.RegularExpressions;

namespace TrendGrains.Reading.Metadata;

/// <summary>Reads the ways in which pages write a moment.</summary>
internal static partial class PageDate
{
    private static readonly TimeSpan korea = TimeSpan.FromHours(9);

    /// <summary>ISO 8601, RFC 1123, and Korean "2024.03.05. 오후 3:12"; a time without zone is Korea's on a Korean page, else UTC. Null when it is no believable date.</summary>
    public static DateTimeOffset? Parse(string? text, bool isKorean, DateTimeOffset? latest)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > 80)
        {
            return null;
        }
        text = text.Trim();
        var moment = Korean(text) ?? Invariant(text, isKorean);
        // The zone of a clock may be ahead of ours, hence the day.
        return moment is { Year: >= 1990 } value && (latest is null || value <= latest.Value.AddDays(1)) ? value : null;
    }

    /// <summary>A date in the path: /2024/03/05/, /2024-03-05-title, /20240305.</summary>
    public static DateTimeOffset? InUrl(string? url, DateTimeOffset? latest)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || UrlDate().Match(uri.AbsolutePath) is not { Success: true } match)
        {
            return null;
        }
        var year = match.Groups["y"].Value;
        var isReal = DateOnly.TryParseExact($"{year}-{match.Groups["m"].Value:00}-{match.Groups["d"].Value:00}", "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
        var moment = isReal ? new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : (DateTimeOffset?)null;
        return moment is { Year: >= 1990 } value && (latest is null || value <= latest.Value.AddDays(1)) ? value : null;
    }

    private static DateTimeOffset? Invariant(string text, bool isKorean)
    {
        if (!text.Any(char.IsAsciiDigit) || (text.All(char.IsAsciiDigit) && text.Length < 8))
        {
            return null;
        }
        if (text.Length is 10 or 13 && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var unix))
        {
            return text.Length == 13 ? DateTimeOffset.FromUnixTimeMilliseconds(unix) : DateTimeOffset.FromUnixTimeSeconds(unix);
        }
        if (DateTime.TryParseExact(text, ["yyyyMMdd", "yyyyMMddHHmmss", "yyyy.MM.dd", "yyyy.MM.dd HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var exact))
        {
            return new DateTimeOffset(exact, isKorean ? korea : TimeSpan.Zero);
        }
        if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var parsed) || !HasYear().IsMatch(text))
        {
            return null;
        }
        if (parsed.Kind == DateTimeKind.Unspecified)
        {
            return new DateTimeOffset(parsed, isKorean && parsed.TimeOfDay != TimeSpan.Zero ? korea : TimeSpan.Zero);
        }
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var zoned) ? zoned : null;
    }

    private static DateTimeOffset? Korean(string text)
    {
        if (KoreanDate().Match(text) is not { Success: true } match)
        {
            return null;
        }
        int Number(string group) => match.Groups[group].Success ? int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture) : 0;
        var hour = Number("h");
        hour = match.Groups["half"].Value switch
        {
            "오후" when hour < 12 => hour + 12,
            "오전" when hour == 12 => 0,
            _ => hour,
        };
        var (year, month, day) = (Number("y"), Number("mo"), Number("d"));
        if (month is < 1 or > 12 || day < 1 || year < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || Number("mi") > 59 || Number("s") > 59)
        {
            return null;
        }
        return new DateTimeOffset(year, month, day, hour, Number("mi"), Number("s"), korea);
    }

    [GeneratedRegex(@"(?<y>\d{4})\s*[.년]\s*(?<mo>\d{1,2})\s*[.월]\s*(?<d>\d{1,2})\s*[.일]?(?:\s*\([^)]{1,3}\))?(?:\s*(?<half>오전|오후)?\s*(?<h>\d{1,2})[:시]\s*(?<mi>\d{2})(?::(?<s>\d{2}))?)?", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex KoreanDate();

    [GeneratedRegex(@"/(?<y>(?:19|20)\d\d)(?<sep>[/\-_]?)(?<m>0?[1-9]|1[0-2])\k<sep>(?<d>0[1-9]|[12]\d|3[01]|[1-9])(?=[/\-_.]|$)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex UrlDate();

    [GeneratedRegex(@"(?:19|20)\d\d", RegexOptions.CultureInvariant)]
    private static partial Regex HasYear();
}
