using TrendGrains.Press.Sites;
using TrendGrains.Press.World;

namespace TrendGrains.Press.Faults;

/// <summary>Decides which requests a failing host fails: by URL and minute of the simulated clock, so that the same question gets the same answer.</summary>
internal static class FailingHost
{
    private static readonly TimeSpan retryAfter = TimeSpan.FromSeconds(5);

    /// <summary>Null where the host answers as usual. It always has its robots.txt: without it a polite crawler would stay away altogether.</summary>
    public static Answer? Fail(Outlet outlet, string url, DateTimeOffset now)
    {
        if (outlet.FailureShare <= 0 || url == "/robots.txt")
        {
            return null;
        }

        var minute = now.ToUnixTimeSeconds() / 60;
        if (Hash.Share($"{outlet.Slug} {url} {minute}") >= outlet.FailureShare)
        {
            return null;
        }

        var busy = Hash.Below(2, $"{outlet.Slug} {url} {minute}", 1) == 0;
        return new Answer(busy ? 503 : 500, "text/html; charset=utf-8", busy ? "<h1>503 Service Unavailable</h1>"u8.ToArray() : "<h1>500 Internal Server Error</h1>"u8.ToArray())
        {
            RetryAfter = busy ? retryAfter : null,
        };
    }
}
