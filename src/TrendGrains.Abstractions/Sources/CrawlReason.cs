namespace TrendGrains.Abstractions.Sources;

/// <summary>Why a URL was fetched, skipped or put off. Stored in the crawl log in kebab case, e.g. <c>robots-denied</c>.</summary>
[GenerateSerializer, Alias("crawl-reason")]
public enum CrawlReason
{
    // fetched
    Fetched,
    NotModified,
    Unchanged,
    Redirected,

    // skipped
    Duplicate,
    OffSite,
    TooDeep,
    BudgetSpent,
    RobotsDenied,
    PrivateAddress,
    UnsupportedScheme,
    InvalidUrl,
    NotFound,
    Gone,
    HttpRefused,
    NotReadable,
    TooLarge,
    TooCompressed,
    TooManyRedirects,
    Malformed,

    // put off
    RobotsUnreachable,
    NameNotResolved,
    ConnectFailed,
    Timeout,
    RateLimited,
    ServerError,
    StorageUnavailable,

    // skipped as a trap; here because the numbers of those above are kept in stored states
    RepeatingPath,
    EndlessCalendar,
    SessionInUrl,
    OverlongUrl,
}
