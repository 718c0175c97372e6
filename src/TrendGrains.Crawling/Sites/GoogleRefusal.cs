using System.Text.Json;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Fetch;

namespace TrendGrains.Crawling.Sites;

/// <summary>What a refusal of a Google interface means: <c>{"error": {"message": …, "errors": [{"reason": "quotaExceeded"}]}}</c>.</summary>
internal static class GoogleRefusal
{
    private static readonly TimeZoneInfo pacific =
        TimeZoneInfo.TryFindSystemTimeZoneById("America/Los_Angeles", out var zone) ? zone
        : TimeZoneInfo.CreateCustomTimeZone("Pacific", TimeSpan.FromHours(-8), null, null);

    /// <summary>A quota of the day is full until midnight Pacific time: the host is left alone until then, whoever asks.</summary>
    public static FetchedPage Judge(FetchedPage answer, DateTimeOffset now)
    {
        if (answer.Status is not (400 or 403 or 404 or 429) || Reason(answer.Body) is not { } reason)
        {
            return answer;
        }

        var said = answer with { Detail = $"{answer.Detail} It says: {reason}." };
        return reason switch
        {
            "quotaExceeded" or "dailyLimitExceeded" => said with
            {
                Reason = CrawlReason.RateLimited,
                RetryAfter = UntilMidnight(now),
                Detail = $"{said.Detail} The quota is that of a day; it is asked again after midnight Pacific time.",
            },
            "rateLimitExceeded" or "userRateLimitExceeded" => said with { Reason = CrawlReason.RateLimited },
            _ => said,
        };
    }

    public static TimeSpan UntilMidnight(DateTimeOffset now)
    {
        var there = TimeZoneInfo.ConvertTime(now, pacific);
        var tomorrow = there.Date.AddDays(1);
        return new DateTimeOffset(tomorrow, pacific.GetUtcOffset(tomorrow)) - now;
    }

    private static string? Reason(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var error = document.RootElement.Field("error") ?? default;
            return error.Items("errors").Select(e => e.Text("reason")).OfType<string>().FirstOrDefault() is { Length: < 100 } reason ? reason : error.Text("status");
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
