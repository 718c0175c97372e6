using Microsoft.Extensions.Logging;

namespace TrendGrains.Hosting;

internal static partial class Log
{
    [LoggerMessage(1001, LogLevel.Information, "Database ready, schema up to date")]
    public static partial void DatabaseReady(this ILogger log);

    [LoggerMessage(1002, LogLevel.Warning, "Waiting for the database: {Problem}")]
    public static partial void DatabaseAwaited(this ILogger log, string problem);

    [LoggerMessage(1003, LogLevel.Information, "Build {Build}")]
    public static partial void BuildIs(this ILogger log, string build);

    [LoggerMessage(1010, LogLevel.Error, "Operator request {Path} failed")]
    public static partial void OperatorRequestFailed(this ILogger log, Exception error, string path);
}
