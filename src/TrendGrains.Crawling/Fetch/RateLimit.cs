using System.Globalization;
using System.Net.Http.Headers;

namespace TrendGrains.Crawling.Fetch;

/// <summary>
/// What an interface says of the requests that are left: <c>x-ratelimit-remaining</c> and <c>x-ratelimit-reset</c>, one number each, or
/// one for each of several windows ("0, 14523").
/// </summary>
internal static class RateLimit
{
    /// <summary>As seconds, the year 2001: what is beyond is a moment, what is below a time to wait. Both are in use.</summary>
    private const double FirstMoment = 1e9;

    /// <summary>How long to send nothing: until the reset, once less than one request is left; null while there are some.</summary>
    public static TimeSpan? Rest(HttpHeadersNonValidated headers, DateTimeOffset now)
    {
        var spent = Numbers(headers, "x-ratelimit-remaining").Zip(Numbers(headers, "x-ratelimit-reset"))
            .Where(w => w.First < 1 && w.Second is not null).Select(w => w.Second!.Value).ToArray();
        if (spent.Length == 0)
        {
            return null;
        }

        var reset = spent.Max();
        var seconds = reset < FirstMoment ? reset : reset - now.ToUnixTimeSeconds();
        return TimeSpan.FromSeconds(Math.Clamp(seconds, 0, TimeSpan.FromDays(1).TotalSeconds));
    }

    private static IEnumerable<double?> Numbers(HttpHeadersNonValidated headers, string name) =>
        (Answers.Header(headers, name) ?? "").Split(',', StringSplitOptions.TrimEntries)
            .Select(n => double.TryParse(n, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : (double?)null);
}
