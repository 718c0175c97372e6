using Microsoft.Extensions.Logging;

namespace TrendGrains.Grains;

internal static partial class Log
{
    [LoggerMessage(2001, LogLevel.Warning, "Document {Url} could not be read")]
    public static partial void DocumentUnreadable(this ILogger log, Exception error, string url);

    [LoggerMessage(2002, LogLevel.Warning, "Embedding of {Count} documents put off: {Problem}")]
    public static partial void EmbeddingPutOff(this ILogger log, int count, string problem);

    [LoggerMessage(2004, LogLevel.Warning, "Deciding {Task} of {Count} documents put off: {Problem}")]
    public static partial void DecisionPutOff(this ILogger log, string task, int count, string problem);

    [LoggerMessage(2003, LogLevel.Warning, "Item {Item} put off for {Pause}")]
    public static partial void ItemPutOff(this ILogger log, Exception error, Guid item, TimeSpan pause);

    [LoggerMessage(2010, LogLevel.Debug, "Source {Source}: crawl {Run} started")]
    public static partial void CrawlStarted(this ILogger log, string source, long run);

    [LoggerMessage(EventId = 2011, Message =
        "Source {Source}: crawl {Run} ended: {Fetched} fetched, {New} new, {Changed} changed, {Skipped} skipped, {Failed} failed, {Waiting} waiting")]
    public static partial void CrawlEnded(
        this ILogger log, LogLevel level, string source, long run, int fetched, int @new, int changed, int skipped, int failed, int waiting);

    [LoggerMessage(2012, LogLevel.Warning, "Source {Source}: crawl put off for {Pause}: {Problem}")]
    public static partial void CrawlPutOff(this ILogger log, Exception error, string source, TimeSpan pause, string problem);

    [LoggerMessage(2013, LogLevel.Information, "Source {Source}: taking up crawl {Run} where a stop left it")]
    public static partial void CrawlTakenUp(this ILogger log, string source, long run);

    [LoggerMessage(2014, LogLevel.Warning, "Source {Source}: what its crawl learned last was not kept: {Problem}")]
    public static partial void LearningNotKept(this ILogger log, Exception error, string source, string problem);

    [LoggerMessage(2040, LogLevel.Information, "Host {Host}: on trial as a source, named by {Articles} articles of {Sources} sources")]
    public static partial void TrialStarted(this ILogger log, string host, int articles, int sources);

    [LoggerMessage(2041, LogLevel.Information, "Host {Host}: trial ended, {Outcome} after {Pages} pages worth {Worth}: {Reason}")]
    public static partial void TrialEnded(this ILogger log, string host, string outcome, int pages, double worth, string reason);

    [LoggerMessage(2042, LogLevel.Warning, "Looking for new sources put off: {Problem}")]
    public static partial void ScoutingPutOff(this ILogger log, Exception error, string problem);

    [LoggerMessage(2030, LogLevel.Information, "Board {Board}: loaded at {Seq}, {Restored} items taken in again")]
    public static partial void BoardLoaded(this ILogger log, string board, long seq, int restored);

    [LoggerMessage(2031, LogLevel.Error, "Board {Board}: the snapshot at {Seq} is corrupt; an earlier one or the items themselves are used")]
    public static partial void SnapshotCorrupt(this ILogger log, Exception? error, string board, long seq);

    [LoggerMessage(2032, LogLevel.Warning, "Board {Board}: put off for {Pause}: {Problem}")]
    public static partial void BoardPutOff(this ILogger log, Exception error, string board, TimeSpan pause, string problem);

    [LoggerMessage(2035, LogLevel.Warning, "Board {Board}: read again: {Problem}")]
    public static partial void BoardReadAgain(this ILogger log, string board, string problem);

    [LoggerMessage(2033, LogLevel.Warning, "Ranking put off: {Problem}")]
    public static partial void RankingPutOff(this ILogger log, Exception error, string problem);

    [LoggerMessage(2034, LogLevel.Warning, "Trend {Trend}: lead picture put off: {Problem}")]
    public static partial void PicturePutOff(this ILogger log, Exception error, Guid trend, string problem);

    [LoggerMessage(2021, LogLevel.Warning, "Source {Source}: what {Url} answered could not be read")]
    public static partial void AnswerUnreadable(this ILogger log, Exception error, string source, string url);

    [LoggerMessage(2020, LogLevel.Information, "Host {Host}: robots.txt {Outcome}")]
    public static partial void RobotsFetched(this ILogger log, string host, string outcome);
}
