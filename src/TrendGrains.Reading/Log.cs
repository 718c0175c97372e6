using Microsoft.Extensions.Logging;

namespace TrendGrains.Reading;

internal static partial class Log
{
    [LoggerMessage(3101, LogLevel.Error, "The models for reading pages could not be opened; pages are read by rules alone until the next start")]
    public static partial void ModelsNotOpened(ILogger logger, Exception exception);
}
