using System.Globalization;
using System.Net.Http.Headers;

namespace TrendGrains.Crawling.Fetch;

/// <summary>What an interface says of the requests that are left: <c>x-ratelimit-remaining</c> and <c>x-ratelimit-reset</c>.</summary>
internal static class RateLimit
{
    /// <summary>As seconds, the year 2001: what is beyond is a moment, what is below a time to wait. Both are in use.</summary>
    private const double FirstMoment = 1e9;

    /// <summary>How long to send nothing: until the reset, once less than one request is left; null while there are some.</summary>
    public static TimeSpan? Rest(HttpHeadersNonValidated headers, DateTimeOffset now)
    {
        if (Number(headers, "x-ratelimit-remaining") is not (< 1) || Number(headers, "x-ratelimit-reset") is not { } reset)
        {
            return null;
        }

        var seconds = reset < FirstMoment ? reset : reset - now.ToUnixTimeSeconds();
        return TimeSpan.FromSeconds(Math.Clamp(seconds, 0, TimeSpan.FromDays(1).TotalSeconds));
    }

    private static double? Number(HttpHeadersNonValidated headers, string name) =>
        double.TryParse(Answers.Header(headers, name), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}
