using System.Globalization;
using System.Text.RegularExpressions;

namespace TrendGrains.Reading.Metadata.Dates;

/// <summary>The time of day, with its zone, that stands beside a date.</summary>
internal static partial class ClockTime
{
    private const RegexOptions Plain = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;
    private const int Patience = 1000;
    private const int Reach = 60;

    private const string Clock =
        @"((?<half>오전|오후|午前|午後|上午|下午|晚上|凌晨|am|pm)\s?)?(?<h>[0-9]{1,2})(\s?(:|h|시|時|时|点|點)\s?(?<mi>[0-9]{2})|\s?(시|時|点|點)(?![0-9])|\.(?<mi>[0-9]{2})(?![0-9]))\s?(분|分)?(:(?<s>[0-9]{2})([.,:][0-9]{1,9})?|\s?(?<s>[0-9]{2})\s?(초|秒))?(\s?(?<half>[ap]\.?\s?m)(?!\p{L})\.?)?";

    private const string Zone = @"(\s?\(?((?<g>GMT|UTC)?\s?(?<zo>[+\-−][0-9]{1,2}:?([0-9]{2})?)(?![0-9])|(?-i:(?<zn>[A-Z]{1,5})))\)?(?!\p{L}))?";

    /// <summary>The clock that follows right behind a date.</summary>
    public static (TimeSpan Time, TimeSpan? Offset, string? Zone, int End)? After(string text, int at, DateOnly day)
    {
        if (at >= text.Length)
        {
            return null;
        }
        var rest = text.Substring(at, Math.Min(Reach, text.Length - at));
        return Behind().Match(rest) is { Success: true } match && Read(match, day) is { } clock ? (clock.Time, clock.Offset, clock.Zone, at + match.Length) : null;
    }

    /// <summary>The clock that stands right before a date: "10:30 AM EST, March 5, 2024".</summary>
    public static (TimeSpan Time, TimeSpan? Offset, string? Zone, int Start)? Before(string text, int at, DateOnly day)
    {
        var from = Math.Max(0, at - Reach);
        var rest = text.Substring(from, at - from);
        return Ahead().Match(rest) is { Success: true } match && Read(match, day) is { } clock ? (clock.Time, clock.Offset, clock.Zone, from + match.Index) : null;
    }

    /// <summary>A clock alone: "10:11:12 UTC".</summary>
    public static (TimeSpan Time, TimeSpan? Offset, string? Zone)? Read(string text, DateOnly day) =>
        Behind().Match(text) is { Success: true } match ? Read(match, day) : null;

    private static (TimeSpan Time, TimeSpan? Offset, string? Zone)? Read(Match match, DateOnly day)
    {
        int Number(string group) => match.Groups[group].Success ? int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;
        var (hour, minute, second) = (Number("h"), Number("mi"), Number("s"));
        if (match.Groups["half"].Success)
        {
            var isLate = match.Groups["half"].Value is "오후" or "午後" or "下午" or "晚上" || match.Groups["half"].Value[0] is 'p' or 'P';
            hour = (isLate, hour) switch { (true, < 12) => hour + 12, (false, 12) => 0, _ => hour };
        }
        if (hour > 23 || minute > 59 || second > 59)
        {
            return null;
        }
        return (new TimeSpan(hour, minute, second), OffsetOf(match, day), match.Groups["zn"] is { Success: true } name ? name.Value : null);
    }

    private static TimeSpan? OffsetOf(Match match, DateOnly day)
    {
        if (match.Groups["zn"] is { Success: true } name)
        {
            return ZoneNames.Offset(name.Value, day);
        }
        if (match.Groups["zo"] is not { Success: true } written)
        {
            return null;
        }
        // "10:00-12:00" is how long something lasts; ISO 8601 has its T, a zone of its own four digits in a row or a name.
        var isAlone = match.Value[0] != 'T' && !match.Groups["s"].Success && !match.Groups["g"].Success;
        if (isAlone && written.Value[0] != '+' && (written.Length <= 3 || written.ValueSpan.Contains(':')))
        {
            return null;
        }
        var digits = written.Value[1..].Replace(":", "", StringComparison.Ordinal);
        var (hours, minutes) = digits.Length <= 2 ? (digits, "0") : (digits[..^2], digits[^2..]);
        var offset = new TimeSpan(int.Parse(hours, CultureInfo.InvariantCulture), int.Parse(minutes, CultureInfo.InvariantCulture), 0);
        return offset <= TimeSpan.FromHours(14) ? written.Value[0] == '+' ? offset : -offset : null;
    }

    [GeneratedRegex(@"^(T|\s|[,·|–—\-]|\(\p{L}{1,4}\.?\)|\p{L}{1,2}曜日?|at\s|um\s|à\s|a las\s|às\s|ore\s|alle\s|kl\.?\s|klo\s|o\s|в\s){0,6}" + Clock + Zone, Plain, Patience)]
    private static partial Regex Behind();

    [GeneratedRegex(@"(?<![0-9:])" + Clock + Zone + @"(\s|[,·|–—\-]|on\s|(mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?\.?){0,6}$", Plain, Patience)]
    private static partial Regex Ahead();
}
