using System.CommandLine;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Operating;
using TrendGrains.Output;

namespace TrendGrains.Commands;

/// <summary><c>crawl</c>: crawl sources now, one after another, and say what came of it.</summary>
internal static class CrawlCommand
{
    public static Command Create()
    {
        var ids = new Argument<string[]>("id") { Description = "Sources to crawl; all when none is named.", Arity = ArgumentArity.ZeroOrMore };
        var json = new Option<bool>("--json") { Description = "The result of each source as one JSON object a line." };
        var command = new Command("crawl", "Crawl sources now and wait for the end.") { ids, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var cluster = await Operators.OpenAsync(cancellationToken);
            var named = parsed.GetValue(ids) ?? [];
            var slugs = named.Length > 0
                ? named
                : [.. (await cluster.ListAsync(cancellationToken)).Select(s => s.Definition).Where(s => s.Kind != SourceKind.File).Select(s => s.Slug)];
            if (slugs.Length == 0)
            {
                await Console.Error.WriteLineAsync("trendgrains: there is nothing to crawl; `trendgrains sources add` adds a source.");
                return CommandLine.Failed;
            }

            await using var output = parsed.GetValue(json) ? new OutputFile(null) : null;
            var failed = 0;
            foreach (var slug in slugs)
            {
                failed += await CrawlAsync(cluster, slug, output, cancellationToken) ? 0 : 1;
            }

            await cluster.SettleAsync(cancellationToken);
            return failed == 0 ? CommandLine.Done : CommandLine.Failed;
        });
        return command;
    }

    /// <summary>True when the crawl reached anything.</summary>
    private static async Task<bool> CrawlAsync(IOperator cluster, string slug, OutputFile? output, CancellationToken cancellationToken)
    {
        CrawlProgress? last = null;
        try
        {
            await WorkProgress.RunAsync(slug, async report =>
            {
                await foreach (var progress in cluster.CrawlAsync(slug, cancellationToken))
                {
                    last = progress;
                    report(progress.Fetched, progress.Fetched + progress.Waiting,
                        $"{progress.Fetched} fetched, {progress.New} new, {progress.Waiting} waiting{(progress.Problem is { } p ? $" ({p})" : "")}");
                }
            });
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException)
        {
            await Console.Error.WriteLineAsync($"{slug}: {error.Message}");
            return false;
        }

        if (last is null)
        {
            return false;
        }

        if (output is not null)
        {
            await output.WriteAsync(last);
        }
        else
        {
            Console.WriteLine($"{slug}: {last.Fetched} fetched, {last.New} new, {last.Changed} changed, {last.Skipped} skipped, {last.Failed} failed, {last.Waiting} waiting");
            foreach (var (reason, count) in last.Reasons.OrderByDescending(r => r.Value))
            {
                Console.WriteLine($"  {reason,-20} {count,8:N0}");
            }
        }

        return last.Fetched + last.Reasons.GetValueOrDefault(CrawlReason.NotModified.Code()) > 0;
    }
}
