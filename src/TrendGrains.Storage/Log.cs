using Microsoft.Extensions.Logging;

namespace TrendGrains.Storage;

internal static partial class Log
{
    [LoggerMessage(4001, LogLevel.Warning, "Partitions of the crawl log put off for {Pause}: {Problem}")]
    public static partial void PartitionsPutOff(this ILogger log, Exception error, TimeSpan pause, string problem);

    [LoggerMessage(4002, LogLevel.Warning, "Changes of trends are not heard, trying again in {Pause}: {Problem}")]
    public static partial void TrendChangesUnheard(this ILogger log, TimeSpan pause, string problem);
}
