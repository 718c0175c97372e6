using Microsoft.Extensions.Logging;

namespace TrendGrains.Hosting;

internal static partial class Log
{
    [LoggerMessage(1001, LogLevel.Information, "Database ready, schema up to date")]
    public static partial void DatabaseReady(this ILogger log);

    [LoggerMessage(1002, LogLevel.Warning, "Waiting for the database: {Problem}")]
    public static partial void DatabaseAwaited(this ILogger log, string problem);

    [LoggerMessage(1004, LogLevel.Information, "{Count} sources woken")]
    public static partial void SourcesWoken(this ILogger log, int count);

    [LoggerMessage(1005, LogLevel.Warning, "Source {Source} was not woken; its next reminder does it")]
    public static partial void SourceNotWoken(this ILogger log, Exception error, string source);

    [LoggerMessage(1010, LogLevel.Error, "Operator request {Path} failed")]
    public static partial void OperatorRequestFailed(this ILogger log, Exception error, string path);
}
