using Microsoft.Extensions.Logging;

namespace TrendGrains.Inference;

internal static partial class Log
{
    [LoggerMessage(3001, LogLevel.Information, "Model {Model} version {Version} is open and warm after {Milliseconds:0} ms")]
    public static partial void ModelOpened(ILogger logger, string model, string version, double milliseconds);

    [LoggerMessage(3002, LogLevel.Error, "Model {Model} could not be opened; it is tried again in a while")]
    public static partial void ModelNotOpened(ILogger logger, Exception exception, string model);

    [LoggerMessage(3003, LogLevel.Error, "Model {Model} version {Version} cannot be used; the others go on: {Problem}")]
    public static partial void ModelBroken(ILogger logger, string model, string version, string problem);

    [LoggerMessage(3004, LogLevel.Error, "The operator's own models cannot be used; those that ship go on")]
    public static partial void OwnCatalogNotRead(ILogger logger, Exception exception);

    [LoggerMessage(3010, LogLevel.Warning, "Kept results of model {Model} could not be looked up; they are made again")]
    public static partial void ResultsNotFound(ILogger logger, Exception exception, string model);

    [LoggerMessage(3011, LogLevel.Warning, "Results of model {Model} could not be kept; they are made again when they are asked for")]
    public static partial void ResultsNotKept(ILogger logger, Exception exception, string model);

    [LoggerMessage(3012, LogLevel.Error, "Model {Model} goes back from version {From} to {To}: {Why}")]
    public static partial void RolledBack(ILogger logger, string model, string from, string to, string why);

    [LoggerMessage(3013, LogLevel.Error, "The trial of version {Version} of model {Model} is over: {Why}")]
    public static partial void TrialEnded(ILogger logger, string model, string version, string why);

    [LoggerMessage(3014, LogLevel.Error, "Version {Version} of model {Model} fails, and the decision could not be written down")]
    public static partial void DecisionNotKept(ILogger logger, Exception exception, string model, string version);

    [LoggerMessage(3015, LogLevel.Error, "The model catalog was written and cannot be read now; what it listed before goes on")]
    public static partial void CatalogNotReadAgain(ILogger logger, Exception exception);

    [LoggerMessage(3016, LogLevel.Warning, "{Count} results of model {Model} are not kept: the store does not keep up; they are made again when they are asked for")]
    public static partial void ResultsLeftOut(ILogger logger, string model, int count);

    [LoggerMessage(3017, LogLevel.Information, "Model {Model} version {Version} is closed: it serves no more")]
    public static partial void ModelClosed(ILogger logger, string model, string version);

    [LoggerMessage(3018, LogLevel.Warning, "Model {Model} version {Version} could not be closed")]
    public static partial void ModelNotClosed(ILogger logger, Exception exception, string model, string version);
}
