using System.Globalization;
using System.Text.RegularExpressions;

namespace TrendGrains.Crawling.Feeds;

/// <summary>
/// Dates as feeds write them: RFC 822/2822 with named or numeric zones, ISO 8601 and its W3C profile, asctime, Korean, Unix seconds.
/// A date without zone is taken as UTC, a Korean one as Korea's time.
/// </summary>
internal static partial class FeedDates
{
    private const int Longest = 100;

    private static readonly TimeSpan korea = TimeSpan.FromHours(9);

    /// <summary>The moment in UTC, or null where the text names none.</summary>
    public static DateTimeOffset? Parse(string? text)
    {
        var trimmed = text?.Trim();
        if (trimmed is not { Length: > 3 and <= Longest })
        {
            return null;
        }

        return Ordinal(trimmed) ?? Iso(trimmed) ?? Epoch(trimmed) ?? Korean(trimmed) ?? Slashed(trimmed) ?? NamedMonthDate.Parse(trimmed);
    }

    /// <summary>Builds the moment; hour 24 is the next midnight, second 60 the one before; null where the calendar has no such day.</summary>
    internal static DateTimeOffset? Make(int year, int month, int day, int hour, int minute, int second, TimeSpan fraction, TimeSpan offset)
    {
        if (year is < 1 or > 9998 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)
            || hour is < 0 or > 24 || minute is < 0 or > 59 || second is < 0 or > 60)
        {
            return null;
        }

        var local = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified)
            + new TimeSpan(hour, minute, Math.Min(second, 59)) + fraction;
        var ticks = local.Ticks - offset.Ticks;
        return ticks < 0 ? null : new DateTimeOffset(ticks, TimeSpan.Zero);
    }

    private static DateTimeOffset? Iso(string text)
    {
        var match = IsoShape().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var offset = match.Groups["zone"].Success ? TimeZones.Offset(match.Groups["zone"].Value) : TimeSpan.Zero;
        return Make(
            Number(match, "year"), Number(match, "month", 1), Number(match, "day", 1),
            Number(match, "hour"), Number(match, "minute"), Number(match, "second"), Fraction(match), offset ?? TimeSpan.Zero);
    }

    private static DateTimeOffset? Ordinal(string text)
    {
        var match = OrdinalShape().Match(text);
        var day = match.Success ? Number(match, "day") : 0;
        return day is >= 1 and <= 366 ? Make(Number(match, "year"), 1, 1, 0, 0, 0, TimeSpan.Zero, TimeSpan.Zero)?.AddDays(day - 1) : null;
    }

    private static DateTimeOffset? Epoch(string text) =>
        text.Length is 10 or 13 && text.All(char.IsAsciiDigit) && long.TryParse(text, CultureInfo.InvariantCulture, out var count)
            ? text.Length == 10 ? DateTimeOffset.FromUnixTimeSeconds(count) : DateTimeOffset.FromUnixTimeMilliseconds(count)
            : null;

    private static DateTimeOffset? Korean(string text)
    {
        var match = KoreanShape().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var hour = HalfDay(Number(match, "hour"), match.Groups["half"].Value);
        return Make(
            Number(match, "year"), Number(match, "month"), Number(match, "day"), hour, Number(match, "minute"), Number(match, "second"),
            TimeSpan.Zero, korea);
    }

    /// <summary>Month first, as in the United States, unless that cannot be.</summary>
    private static DateTimeOffset? Slashed(string text)
    {
        var match = SlashedShape().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var (first, second) = (Number(match, "first"), Number(match, "second"));
        var (month, day) = first > 12 ? (second, first) : (first, second);
        return Make(
            Number(match, "year"), month, day, HalfDay(Number(match, "hour"), match.Groups["half"].Value), Number(match, "minute"), Number(match, "s"),
            TimeSpan.Zero, TimeSpan.Zero);
    }

    internal static int HalfDay(int hour, string half) => half.ToLowerInvariant() switch
    {
        "pm" or "오후" when hour < 12 => hour + 12,
        "am" or "오전" when hour == 12 => 0,
        _ => hour,
    };

    private static int Number(Match match, string group, int otherwise = 0) =>
        match.Groups[group] is { Success: true } found ? int.Parse(found.ValueSpan, CultureInfo.InvariantCulture) : otherwise;

    private static TimeSpan Fraction(Match match)
    {
        var digits = match.Groups["fraction"].Value;
        return digits.Length == 0 ? TimeSpan.Zero : new TimeSpan(long.Parse(digits.PadRight(7, '0').AsSpan(0, 7), CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"^(?<year>[0-9]{4})(?:[-./]?(?<month>[0-9]{1,2})(?:[-./]?(?<day>[0-9]{1,2})(?:\s*[T\s]\s*(?<hour>[0-9]{1,2})(?::?(?<minute>[0-9]{2})(?::?(?<second>[0-9]{2})(?:[.,](?<fraction>[0-9]{1,12}))?)?)?\s*(?<zone>Z|[+-][0-9]{1,2}:?[0-9]{0,2}|[A-Z]{2,5})?)?)?)?$", RegexOptions.IgnoreCase)]
    private static partial Regex IsoShape();

    [GeneratedRegex("^(?<year>[0-9]{4})-?(?<day>[0-9]{3})$")]
    private static partial Regex OrdinalShape();

    [GeneratedRegex(@"^(?<year>[0-9]{4})\s?[년.]\s?(?<month>[0-9]{1,2})\s?[월.]\s?(?<day>[0-9]{1,2})\s?[일.]?\s?(?:\(?[월화수목금토일](?:요일)?\)?)?\s?(?<half>오전|오후|AM|PM)?\s?(?:(?<hour>[0-9]{1,2})\s?[:시]\s?(?:(?<minute>[0-9]{1,2})분?)?(?:[:\s](?<second>[0-9]{1,2})초?)?)?$", RegexOptions.IgnoreCase)]
    private static partial Regex KoreanShape();

    [GeneratedRegex(@"^(?<first>[0-9]{1,2})/(?<second>[0-9]{1,2})/(?<year>[0-9]{4})(?:,?\s+(?<hour>[0-9]{1,2}):(?<minute>[0-9]{2})(?::(?<s>[0-9]{2}))?\s?(?<half>AM|PM)?)?$", RegexOptions.IgnoreCase)]
    private static partial Regex SlashedShape();
}
