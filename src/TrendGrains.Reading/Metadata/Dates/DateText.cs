using System.Globalization;
using System.Text.RegularExpressions;

namespace TrendGrains.Reading.Metadata.Dates;

/// <summary>Reads the ways in which pages write a moment: ISO 8601, RFC 5322, Korean, Japanese, Chinese, and month names of some twenty languages.</summary>
internal static partial class DateText
{
    private static readonly TimeSpan korea = TimeSpan.FromHours(9);

    private const int LongestAttribute = 120;
    private const RegexOptions Plain = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int Patience = 1000;

    /// <summary>A text that is a moment and hardly anything else: an attribute, a meta tag. Null for anything unbelievable.</summary>
    public static WrittenMoment? Parse(string? text, DayOrder order)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > LongestAttribute)
        {
            return null;
        }
        var trimmed = text.Trim();
        if (trimmed.All(char.IsAsciiDigit))
        {
            return Digits(trimmed);
        }
        return Find(trimmed, 0, order)?.Moment;
    }

    /// <summary>The first moment in a text from a place on, with where its date starts and where date and time end.</summary>
    public static (WrittenMoment Moment, int Start, int End)? Find(string text, int from, DayOrder order)
    {
        (WrittenMoment Moment, int Start, int End)? best = null;
        void Offer(Match match, WrittenMoment? day)
        {
            if (day is { } moment && (best is null || match.Index < best.Value.Start))
            {
                best = (moment, match.Index, match.Index + match.Length);
            }
        }

        foreach (Match match in YearFirst().Matches(text, from))
        {
            Offer(match, WrittenMoment.Of(Number(match, "y"), Number(match, "m"), Number(match, "d")));
            if (best is not null)
            {
                break;
            }
        }
        foreach (Match match in DayMonthName().Matches(text, from))
        {
            Offer(match, WrittenMoment.Of(Number(match, "y"), MonthNames.Find(match.Groups["m"].ValueSpan), Number(match, "d")));
        }
        foreach (Match match in MonthNameDay().Matches(text, from))
        {
            Offer(match, WithClock(match, WrittenMoment.Of(Number(match, "y"), MonthNames.Find(match.Groups["m"].ValueSpan), Number(match, "d"))));
        }
        foreach (Match match in YearMonthName().Matches(text, from))
        {
            Offer(match, WrittenMoment.Of(Number(match, "y"), MonthNames.Find(match.Groups["m"].ValueSpan), Number(match, "d")));
        }
        foreach (Match match in YearLast().Matches(text, from))
        {
            Offer(match, InOrder(Number(match, "a"), Number(match, "b"), Number(match, "y"), match.Groups["s"].Value is "." ? DayOrder.DayFirst : order));
        }
        if (best is not { } found)
        {
            return null;
        }
        var whole = Complete(text, found.Moment, found.Start, found.End);
        return text.AsSpan(whole.Start, whole.End - whole.Start).ContainsAny("년월일오시분") ? (whole.Moment with { Wording = korea }, whole.Start, whole.End) : whole;
    }

    private static WrittenMoment? InOrder(int a, int b, int year, DayOrder order) => (a, b, order) switch
    {
        ( > 12, _, _) => WrittenMoment.Of(year, b, a),
        (_, > 12, _) => WrittenMoment.Of(year, a, b),
        _ when a == b => WrittenMoment.Of(year, a, b),
        (_, _, DayOrder.DayFirst) => WrittenMoment.Of(year, b, a),
        (_, _, DayOrder.MonthFirst) => WrittenMoment.Of(year, a, b),
        _ => null,
    };

    /// <summary>"Tue Mar 05 10:11:12 UTC 2024": the clock stands between day and year.</summary>
    private static WrittenMoment? WithClock(Match match, WrittenMoment? day)
    {
        if (day is not { } moment || !match.Groups["c"].Success || ClockTime.Read(match.Groups["c"].Value, moment.Day) is not { } clock)
        {
            return day;
        }
        return moment with { Time = clock.Time, Offset = clock.Offset, ZoneName = clock.Zone };
    }

    private static (WrittenMoment Moment, int Start, int End) Complete(string text, WrittenMoment moment, int start, int end)
    {
        if (moment.Time is not null)
        {
            return (moment, start, end);
        }
        if (ClockTime.After(text, end, moment.Day) is { } after)
        {
            return (moment with { Time = after.Time, Offset = after.Offset, ZoneName = after.Zone }, start, after.End);
        }
        if (ClockTime.Before(text, start, moment.Day) is { } before)
        {
            return (moment with { Time = before.Time, Offset = before.Offset, ZoneName = before.Zone }, before.Start, end);
        }
        return (moment, start, end);
    }

    private static WrittenMoment? Digits(string text)
    {
        switch (text.Length)
        {
            case 10 or 13 when long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var unix) && !text.StartsWith("20", StringComparison.Ordinal):
                return WrittenMoment.Of(text.Length == 13 ? DateTimeOffset.FromUnixTimeMilliseconds(unix) : DateTimeOffset.FromUnixTimeSeconds(unix));
            case 8 or 12 or 14:
                var day = WrittenMoment.Of(Part(text, 0, 4), Part(text, 4, 2), Part(text, 6, 2));
                var (hour, minute, second) = (Part(text, 8, 2), Part(text, 10, 2), Part(text, 12, 2));
                return text.Length > 8 && day is { } moment && hour < 24 && minute < 60 && second < 60 ? moment with { Time = new TimeSpan(hour, minute, second) } : day;
            default:
                return null;
        }
    }

    private static int Part(string text, int at, int length) => at + length <= text.Length ? int.Parse(text.AsSpan(at, length), CultureInfo.InvariantCulture) : 0;

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<![\d\-/.])(?<y>(19|20)[0-9]{2})\s?([\-/.]|年|년)\s?(?<m>[0-9]{1,2})\s?([\-/.]|月|월)\s?(?<d>[0-9]{1,2})(?![0-9])\s?(日|일|\.(?![0-9]))?", Plain, Patience)]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"(?<![\d\-/.])(?<a>[0-9]{1,2})(?<s>[./\-])\s?(?<b>[0-9]{1,2})\k<s>\s?(?<y>(19|20)[0-9]{2})(?![0-9]|\.[0-9])", Plain, Patience)]
    private static partial Regex YearLast();

    [GeneratedRegex(@"(?<![0-9:.])(?<d>[0-9]{1,2})(st|nd|rd|th|er|[.ºª°])?[\s\-/]{0,2}(de |of |d['’]|den )?(?<m>\p{L}{3,12})\.?,?[\s\-/]{1,2}(de |del |d['’])?(?<y>(19|20)[0-9]{2})(?![0-9])", Plain, Patience)]
    private static partial Regex DayMonthName();

    [GeneratedRegex(@"(?<!\p{L})(?<m>\p{L}{3,12})\.?\s{0,2}(?<d>[0-9]{1,2})(st|nd|rd|th)?(\s?,\s?|\s{1,2}(?<c>[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?\s([A-Z]{2,5}|[+\-][0-9]{4}))?\s?)(?<y>(19|20)[0-9]{2})(?![0-9])", Plain, Patience)]
    private static partial Regex MonthNameDay();

    [GeneratedRegex(@"(?<![\d\-/.])(?<y>(19|20)[0-9]{2})[.,]?\s(?<m>\p{L}{3,12})\.?\s(?<d>[0-9]{1,2})(?![0-9])", Plain, Patience)]
    private static partial Regex YearMonthName();
}
