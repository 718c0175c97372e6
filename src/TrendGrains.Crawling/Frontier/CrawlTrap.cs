using System.Text.RegularExpressions;
using TrendGrains.Abstractions.Sources;

namespace TrendGrains.Crawling.Frontier;

/// <summary>Links that lead into pages without end: judged by the URL alone, with room for honest ones.</summary>
internal static partial class CrawlTrap
{
    /// <summary>Longer than any article's address with its title in percent-encoded Korean.</summary>
    private const int LongestUrl = 2000;

    private const int MostParameters = 20;
    private const int MostSegments = 25;

    /// <summary>A relative link that should have been absolute adds its segment once more with each page.</summary>
    private const int MostOccurrences = 3;

    /// <summary>Calendars have a next month for ever; news has no date before the one or after the other.</summary>
    private const int FirstYear = 1970;
    private const int LastYear = 2039;

    public static CrawlReason? Refuse(Uri url)
    {
        var segments = url.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return url.AbsoluteUri.Length > LongestUrl || segments.Length > MostSegments || url.Query.AsSpan().Count('&') >= MostParameters ? CrawlReason.OverlongUrl
            : segments.CountBy(s => s, StringComparer.OrdinalIgnoreCase).Any(s => s.Value > MostOccurrences) ? CrawlReason.RepeatingPath
            : Session().IsMatch(url.PathAndQuery) ? CrawlReason.SessionInUrl
            : Calendar().IsMatch(url.PathAndQuery) && Year().Matches(url.PathAndQuery).Any(y => int.Parse(y.ValueSpan) is < FirstYear or > LastYear) ? CrawlReason.EndlessCalendar
            : null;
    }

    /// <summary>";jsessionid=…", "/(S(…))/" and the parameters by which servers without cookies know a visitor; the value must look drawn.</summary>
    [GeneratedRegex(@"(;jsessionid=|[?&](jsessionid|phpsessid|aspsessionid\w*|cfid|cftoken|sessionid|session_id|sid)=[0-9a-z._-]{16,}|/\(S\([0-9a-z]{20,}\)\)/)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Session();

    [GeneratedRegex(@"([/?&_-](calendar|events?|agenda|termine|schedule)([/?&=_-]|$)|[?&](year|month|ical|tribe-bar-date)=)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Calendar();

    /// <summary>Of a date: a number alone may be anything's id.</summary>
    [GeneratedRegex(@"(?<=/)[0-9]{4}(?=[/-][0-9]{1,2}([/?&-]|$))|(?<=[?&]year=)[0-9]{4}(?=&|$)|(?<=date=)[0-9]{4}(?=-)")]
    private static partial Regex Year();
}
