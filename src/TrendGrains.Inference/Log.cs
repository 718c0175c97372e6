using Microsoft.Extensions.Logging;

namespace TrendGrains.Inference;

internal static partial class Log
{
    [LoggerMessage(3001, LogLevel.Information, "Model {Model} version {Version} is open and warm after {Milliseconds:0} ms")]
    public static partial void ModelOpened(ILogger logger, string model, string version, double milliseconds);

    [LoggerMessage(3002, LogLevel.Error, "Model {Model} could not be opened; the next call tries again")]
    public static partial void ModelNotOpened(ILogger logger, Exception exception, string model);

    [LoggerMessage(3003, LogLevel.Error, "Model {Model} version {Version} cannot be used; the others go on: {Problem}")]
    public static partial void ModelBroken(ILogger logger, string model, string version, string problem);

    [LoggerMessage(3004, LogLevel.Error, "The operator's own models cannot be used; those that ship go on")]
    public static partial void OwnCatalogNotRead(ILogger logger, Exception exception);
}
