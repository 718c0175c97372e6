using TrendGrains.Abstractions.Hosts;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Robots;

namespace TrendGrains.Crawling.Politeness;

/// <summary>
/// When one host may be asked for what: one request at a time, a pause after each, longer ones when it is slow or fails, so much a day, robots.txt before all.
/// Decides and remembers; sends nothing and reads no clock. Not thread-safe: its owner takes turns.
/// </summary>
/// <param name="robotsToken">The name that robots.txt files address.</param>
public sealed class HostPoliteness(PolitenessOptions options, string robotsToken, PolitenessSnapshot? before = null)
{
    /// <summary>How soon a caller asks again while another's request is on its way.</summary>
    private static readonly TimeSpan shortestWait = TimeSpan.FromMilliseconds(20);

    // By scheme, and by whether private addresses may be asked: what one caller may not ask says nothing about another.
    private readonly Dictionary<(string Scheme, bool AllowPrivate), RobotsStanding> robots = [];
    private DateTimeOffset nextRequestAt = before?.NextRequestAt ?? DateTimeOffset.MinValue;
    private DateTimeOffset? backOffUntil = before?.BackOffUntil;
    private CrawlReason backOffReason = before?.BackOffReason ?? CrawlReason.Fetched;
    private int failures = before?.ConsecutiveFailures ?? 0;
    private long lastTicket = before?.LastTicket ?? 0;
    private TimeSpan latency = before?.Latency ?? TimeSpan.Zero;
    private DayBudget today = before?.Today ?? default;
    private Outstanding? outstanding;
    private TimeSpan lastDelay = options.Delay;

    /// <summary>True where robots.txt binds the intent and must be read (again) first: give <see cref="RobotsReader"/>'s answer to <see cref="Learn"/>.</summary>
    public bool RobotsDue(FetchIntent intent, DateTimeOffset now) =>
        intent.Access == AccessMode.Crawl && Uri.TryCreate(intent.Url, UriKind.Absolute, out var url)
        && (!robots.TryGetValue((url.Scheme, intent.AllowPrivate), out var standing) || now >= standing.DueAt);

    /// <summary>Takes in what came of asking for the robots.txt that <see cref="RobotsDue"/> called for.</summary>
    public void Learn(FetchIntent intent, RobotsAnswer answer, DateTimeOffset now)
    {
        var key = (new Uri(intent.Url).Scheme, intent.AllowPrivate);
        robots[key] = RobotsStanding.After(robots.GetValueOrDefault(key), answer, now, options);
    }

    /// <summary>
    /// Granted: send it and report on the ticket. Wait: ask again after <see cref="FetchLeave.Wait"/>; a <see cref="FetchLeave.Reason"/> that is
    /// transient says that the host is left alone, maybe for long, <see cref="CrawlReason.BudgetSpent"/> that it had its share of the day. Refused: for good, or while robots.txt cannot be read.
    /// </summary>
    public FetchLeave Ask(FetchIntent intent, DateTimeOffset now)
    {
        if (!Uri.TryCreate(intent.Url, UriKind.Absolute, out var url))
        {
            return new FetchLeave { Decision = LeaveDecision.Refused, Reason = CrawlReason.InvalidUrl, Detail = "This is not an absolute URL." };
        }

        var standing = intent.Access == AccessMode.Crawl ? robots.GetValueOrDefault((url.Scheme, intent.AllowPrivate)) : null;
        if (intent.Access == AccessMode.Crawl && RobotsObjection(standing, url, now) is { } objection)
        {
            return objection;
        }

        Lapse(now);
        if (backOffUntil > now)
        {
            return new FetchLeave
            {
                Decision = LeaveDecision.Wait,
                Wait = backOffUntil.Value - now,
                Reason = backOffReason,
                Detail = $"{url.IdnHost} failed {failures} time{(failures == 1 ? "" : "s")} in a row ({backOffReason.Code()}); it is left alone until {backOffUntil.Value:u}.",
            };
        }

        today = today.At(now);
        if (today.Spent(options) is { } spent)
        {
            return new FetchLeave
            {
                Decision = LeaveDecision.Wait,
                Wait = Longer(shortestWait, today.Left(now)),
                Reason = CrawlReason.BudgetSpent,
                Detail = $"{url.IdnHost} has had its {spent} of today.",
            };
        }

        return outstanding is not null ? WaitFor(Longer(shortestWait, Shorter(Delay(intent, standing), outstanding.LapsesAt - now)))
            : nextRequestAt > now ? WaitFor(nextRequestAt - now)
            : Grant(intent, standing, now);
    }

    /// <summary>Takes the leave back. A report on a leave that lapsed changes nothing.</summary>
    public void Report(FetchReport report, DateTimeOffset now)
    {
        if (outstanding?.Ticket != report.Ticket)
        {
            return;
        }

        today = today.At(now).Spend(0, report.Bytes);
        latency = report.Elapsed > TimeSpan.Zero ? ResponseTime.Smooth(latency, report.Elapsed) : latency;
        var delay = outstanding.Adapts ? Longer(outstanding.Delay, ResponseTime.Pause(latency, options)) : outstanding.Delay;
        nextRequestAt = now + delay;
        outstanding = null;
        if (report.Reason is CrawlReason.StorageUnavailable or CrawlReason.RobotsUnreachable || !report.Reason.IsTransient())
        {
            // A page that is missing or too large is an answer: the host is well. Our own storage is no fault of the host's, but no proof either.
            if (!report.Reason.IsTransient())
            {
                failures = 0;
                backOffUntil = null;

                // It answered, and may yet have said that nothing more is to come for a while.
                nextRequestAt = now + Longer(delay, Shorter(report.RetryAfter ?? TimeSpan.Zero, options.LongestRetryAfter));
            }

            return;
        }

        failures++;
        backOffReason = report.Reason;
        backOffUntil = now + BackOff.Pause(failures, report.RetryAfter, options);
    }

    public HostStatus Status(string host) => new()
    {
        Host = host,
        Delay = lastDelay,
        BackOffUntil = backOffUntil,
        ConsecutiveFailures = failures,
        RobotsFetchedAt = robots.Values.Max(standing => standing.FetchedAt),
        Latency = latency,
        PagesToday = today.Pages,
        BytesToday = today.Bytes,
    };

    /// <summary>What the robots.txt that was read for such an intent names as sitemaps, as written; empty where none was read.</summary>
    public IReadOnlyList<string> Sitemaps(FetchIntent intent) =>
        Uri.TryCreate(intent.Url, UriKind.Absolute, out var url) ? robots.GetValueOrDefault((url.Scheme, intent.AllowPrivate))?.Rules?.Sitemaps ?? [] : [];

    public PolitenessSnapshot Snapshot() => new()
    {
        NextRequestAt = nextRequestAt,
        BackOffUntil = backOffUntil,
        BackOffReason = backOffReason,
        ConsecutiveFailures = failures,
        LastTicket = lastTicket,
        Latency = latency,
        Today = today,
    };

    private FetchLeave? RobotsObjection(RobotsStanding? standing, Uri url, DateTimeOffset now)
    {
        if (standing is null)
        {
            return WaitFor(TimeSpan.FromMilliseconds(100)) with { Detail = $"The robots.txt of {url.IdnHost} has not been read yet." };
        }

        if (standing.Rules is null)
        {
            return new FetchLeave
            {
                Decision = LeaveDecision.Refused,
                Reason = CrawlReason.RobotsUnreachable,
                Wait = Longer(shortestWait, standing.DueAt - now),
                Detail = standing.Detail,
            };
        }

        var decision = standing.Rules.Decide(robotsToken, url);
        return decision.Allowed ? null : new FetchLeave
        {
            Decision = LeaveDecision.Refused,
            Reason = CrawlReason.RobotsDenied,
            Detail = $"robots.txt of {url.IdnHost}, line {decision.Line}: {decision.Rule}",
        };
    }

    private TimeSpan Delay(FetchIntent intent, RobotsStanding? standing)
    {
        var own = intent.Delay ?? options.Delay;
        var asked = standing?.Rules?.CrawlDelay(robotsToken) ?? TimeSpan.Zero;
        return Longer(own, Shorter(asked, options.LongestCrawlDelay));
    }

    private FetchLeave Grant(FetchIntent intent, RobotsStanding? standing, DateTimeOffset now)
    {
        // The pause before an answer is known; the report makes it longer for a slow host.
        var adapts = intent.Delay != TimeSpan.Zero;
        var delay = Delay(intent, standing);
        outstanding = new Outstanding(++lastTicket, delay, adapts, now + options.LeaveValidFor);
        lastDelay = adapts ? Longer(delay, ResponseTime.Pause(latency, options)) : delay;
        today = today.Spend(1, 0);
        return new FetchLeave { Decision = LeaveDecision.Granted, Ticket = lastTicket, ValidFor = options.LeaveValidFor };
    }

    private void Lapse(DateTimeOffset now)
    {
        if (outstanding is { } gone && now >= gone.LapsesAt)
        {
            nextRequestAt = gone.LapsesAt + gone.Delay;
            outstanding = null;
        }
    }

    private static FetchLeave WaitFor(TimeSpan wait) => new() { Decision = LeaveDecision.Wait, Wait = wait };

    private static TimeSpan Longer(TimeSpan a, TimeSpan b) => a > b ? a : b;

    private static TimeSpan Shorter(TimeSpan a, TimeSpan b) => a < b ? a : b;

    private sealed record Outstanding(long Ticket, TimeSpan Delay, bool Adapts, DateTimeOffset LapsesAt);
}
