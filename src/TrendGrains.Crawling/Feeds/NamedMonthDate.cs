using System.Globalization;

namespace TrendGrains.Crawling.Feeds;

/// <summary>
/// Dates that spell their month: RFC 822 and 2822, RFC 850, asctime, "Jan 2, 2004 3:04 PM", and what people make of them. Read part by
/// part, whatever the order, since feeds keep to none.
/// </summary>
internal static class NamedMonthDate
{
    private static readonly string[] months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    public static DateTimeOffset? Parse(string text)
    {
        var date = default(Parts);
        foreach (var part in text.Split([' ', ',', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
        {
            // "01-Jan-2004" is three parts; "-0500" is one.
            var joined = char.IsAsciiDigit(part[0]) && part.Contains('-') && part.Any(char.IsAsciiLetter);
            foreach (var piece in joined ? part.Split('-', StringSplitOptions.RemoveEmptyEntries) : [part])
            {
                Take(piece, ref date);
            }
        }

        return date is { Month: { } month, Day: { } day, Year: { } year }
            ? FeedDates.Make(year, month, day, FeedDates.HalfDay(date.Hour, date.Half ?? ""), date.Minute, date.Second, TimeSpan.Zero, date.Offset ?? TimeSpan.Zero)
            : null;
    }

    private static void Take(string piece, ref Parts date)
    {
        if (piece.Contains(':') && char.IsAsciiDigit(piece[0]))
        {
            TakeTime(piece, ref date);
        }
        else if (char.IsAsciiDigit(piece[0]))
        {
            TakeNumber(piece.TrimEnd('.'), ref date);
        }
        else if (piece.Equals("am", StringComparison.OrdinalIgnoreCase) || piece.Equals("pm", StringComparison.OrdinalIgnoreCase))
        {
            date.Half = piece;
        }
        else if (date.Month is null && MonthOf(piece) is { } month)
        {
            date.Month = month;
        }
        else
        {
            // A weekday is no zone; neither is "of".
            date.Offset ??= TimeZones.Offset(piece);
        }
    }

    private static void TakeTime(string piece, ref Parts date)
    {
        var half = piece.Length > 2 && piece[^1] is 'm' or 'M' ? piece[^2..] : null;
        var numbers = (half is null ? piece : piece[..^2]).Split(':', '.');
        if (numbers.Length < 2 || !Number(numbers[0], out var hour) || !Number(numbers[1], out var minute))
        {
            return;
        }

        date.Half = half ?? date.Half;
        (date.Hour, date.Minute) = (hour, minute);
        if (numbers.Length > 2 && Number(numbers[2], out var second))
        {
            date.Second = second;
        }
    }

    private static void TakeNumber(string piece, ref Parts date)
    {
        var digits = piece.TrimEnd('s', 't', 'n', 'd', 'r', 'h'); // 1st, 2nd, 3rd, 4th
        if (!Number(digits, out var number))
        {
            return;
        }

        if (digits.Length == 4 && date.Year is null)
        {
            date.Year = number;
        }
        else if (digits.Length == 4)
        {
            (date.Hour, date.Minute) = (number / 100, number % 100); // "1500 GMT"
        }
        else if (date.Day is null && digits.Length <= 2)
        {
            date.Day = number;
        }
        else if (date.Year is null && digits.Length is 2 or 3)
        {
            date.Year = number >= 100 ? 1900 + number : number < 70 ? 2000 + number : 1900 + number; // RFC 2822, 4.3, with the usual pivot
        }
    }

    private static int? MonthOf(string word)
    {
        var index = word.Length < 3 ? -1 : Array.IndexOf(months, word[..3].ToLowerInvariant());
        return index < 0 ? null : index + 1;
    }

    private static bool Number(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private struct Parts
    {
        public int? Year;
        public int? Month;
        public int? Day;
        public int Hour;
        public int Minute;
        public int Second;
        public string? Half;
        public TimeSpan? Offset;
    }
}
