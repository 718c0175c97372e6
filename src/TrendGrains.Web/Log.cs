using Microsoft.Extensions.Logging;

namespace TrendGrains.Web;

internal static partial class Log
{
    [LoggerMessage(5001, LogLevel.Warning, "The board was not rendered for its viewers; the next change tries again")]
    public static partial void BoardNotRendered(this ILogger log, Exception error);
}
