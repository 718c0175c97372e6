using System.Globalization;
using System.Text.RegularExpressions;

namespace TrendGrains.Reading.Metadata.Dates;

/// <summary>The day that an address names.</summary>
internal static partial class DateInUrl
{
    /// <summary>/2024/03/05/, /2024-03-05-title, /2024/mar/05/, /20240305, /html_dir/2024/03/05/2024030501234.html, ?date=2024-03-05.</summary>
    public static WrittenMoment? Find(string? url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri))
        {
            return null;
        }
        if (Day().Match(uri.AbsolutePath) is { Success: true } match)
        {
            var month = match.Groups["m"].ValueSpan;
            return WrittenMoment.Of(Number(match.Groups["y"].ValueSpan), char.IsAsciiDigit(month[0]) ? Number(month) : MonthNames.Find(month), Number(match.Groups["d"].ValueSpan));
        }
        return null;
    }

    private static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"[/_\-](?<y>(19|20)[0-9]{2})((?<s>[/\-_.]?)(?<m>0[1-9]|1[0-2])\k<s>(?<d>0[1-9]|[12][0-9]|3[01])(?=[/\-_.+]|$)|/(?<m>0?[1-9]|1[0-2]|[a-z]{3,9})/(?<d>0?[1-9]|[12][0-9]|3[01])(?=[/\-_.]|$)|(?<m>0[1-9]|1[0-2])(?<d>0[1-9]|[12][0-9]|3[01])[0-9]{4,10}(?=[/\-_.]|$))",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Day();
}
