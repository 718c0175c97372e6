using System.Text.RegularExpressions;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Egress;
using TrendGrains.Crawling.Processes;

namespace TrendGrains.Crawling.YtDlp;

/// <summary>What the end of a run means; pure. yt-dlp has one exit code for all failures, so its last error line is read.</summary>
internal static partial class YtDlpVerdict
{
    private const int LongestError = 300;

    private static readonly (Regex Said, CrawlReason Reason)[] failures =
    [
        (RateLimited(), CrawlReason.RateLimited),
        (Absent(), CrawlReason.NotFound),
        (Closed(), CrawlReason.HttpRefused),
        (Server(), CrawlReason.ServerError),
        (Late(), CrawlReason.Timeout),
        (Unreached(), CrawlReason.ConnectFailed),
        (Unsupported(), CrawlReason.NotReadable),
    ];

    public static (CrawlReason Reason, string Detail) Of(ProcessOutcome outcome, EgressRefusal[] refusals, YtDlpOptions options)
    {
        if (outcome.End == ProcessEnd.OutOfTime)
        {
            return (CrawlReason.Timeout, $"yt-dlp did not end within {options.TimeLimit.TotalSeconds:0.###} s and was killed.");
        }

        if (outcome.End == ProcessEnd.TooMuchOutput)
        {
            return (CrawlReason.TooLarge, $"yt-dlp printed more than {options.MaxOutputBytes:N0} bytes and was killed.");
        }

        if (refusals.FirstOrDefault(r => r.Reason == CrawlReason.BudgetSpent) is { } spent)
        {
            return (CrawlReason.BudgetSpent, $"yt-dlp was stopped. {spent.Detail}");
        }

        // With --ignore-errors some entries may have failed and the rest be good.
        if (outcome.ExitCode == 0 || outcome.Output.AsSpan().IndexOf((byte)'\n') >= 0)
        {
            return (CrawlReason.Fetched, $"yt-dlp printed {outcome.Output.Length:N0} bytes.");
        }

        if (refusals.FirstOrDefault() is { } refused)
        {
            return (refused.Reason, $"yt-dlp: {refused.Detail}");
        }

        var error = outcome.ErrorTail.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .LastOrDefault(l => l.StartsWith("ERROR:", StringComparison.Ordinal)) ?? $"ended with exit code {outcome.ExitCode}";
        var reason = failures.FirstOrDefault(f => f.Said.IsMatch(error));
        return (reason.Said is null ? CrawlReason.Malformed : reason.Reason, $"yt-dlp: {(error.Length <= LongestError ? error : $"{error[..LongestError]}…")}");
    }

    [GeneratedRegex("HTTP Error 429|rate-limit", RegexOptions.IgnoreCase)]
    private static partial Regex RateLimited();

    [GeneratedRegex("HTTP Error 404|does not exist|has been removed|video unavailable|not available", RegexOptions.IgnoreCase)]
    private static partial Regex Absent();

    [GeneratedRegex("HTTP Error 40[13]|private|log ?in|sign in|members-only", RegexOptions.IgnoreCase)]
    private static partial Regex Closed();

    [GeneratedRegex("HTTP Error 5..", RegexOptions.IgnoreCase)]
    private static partial Regex Server();

    [GeneratedRegex("timed out", RegexOptions.IgnoreCase)]
    private static partial Regex Late();

    [GeneratedRegex("urlopen error|unable to (download|connect)|connection", RegexOptions.IgnoreCase)]
    private static partial Regex Unreached();

    [GeneratedRegex("unsupported url|is not a valid url", RegexOptions.IgnoreCase)]
    private static partial Regex Unsupported();
}
