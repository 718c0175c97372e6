using TrendGrains.Abstractions.Sources;
using TrendGrains.Operating;
using TrendGrains.Output;

namespace TrendGrains.Commands;

/// <summary>The crawls of one <c>crawl</c>: watched, told, and counted for its report.</summary>
internal sealed class CrawlRuns(IOperator cluster, OutputFile? output, HarvestReport? report)
{
    /// <summary>Returns how many crawls reached nothing: 0 or 1.</summary>
    public async Task<int> CrawlAsync(SourceDefinition source, CrawlOrder? order, CancellationToken cancellationToken) =>
        await RunAsync(source, cluster.CrawlAsync(source.Slug, order, cancellationToken), cancellationToken) ? 0 : 1;

    /// <summary>Tries each policy on the source from nothing; returns how many reached nothing.</summary>
    public async Task<int> RehearseAsync(SourceDefinition source, IReadOnlyList<CrawlPolicy> policies, CrawlOrder order, CancellationToken cancellationToken)
    {
        var failed = 0;
        foreach (var policy in policies)
        {
            var crawl = cluster.RehearseAsync(source.Slug, policy, order, cancellationToken);
            failed += await RunAsync(source with { Policy = policy }, crawl, cancellationToken) ? 0 : 1;
        }

        return failed;
    }

    public async Task ReportAsync(string? picture, CancellationToken cancellationToken)
    {
        if (report is null)
        {
            return;
        }

        if (output is null)
        {
            report.Print();
        }
        else
        {
            foreach (var line in report.Lines)
            {
                await output.WriteAsync(line);
            }
        }

        if (picture is not null)
        {
            await report.DrawAsync(picture, cancellationToken);
        }
    }

    /// <summary>True when the crawl reached anything.</summary>
    private async Task<bool> RunAsync(SourceDefinition source, IAsyncEnumerable<CrawlProgress> crawl, CancellationToken cancellationToken)
    {
        CrawlProgress? last = null;
        try
        {
            await WorkProgress.RunAsync(source.Slug, async tell =>
            {
                await foreach (var progress in crawl)
                {
                    last = progress;
                    tell(progress.Fetched, progress.Fetched + progress.Waiting,
                        $"{progress.Fetched} fetched, {progress.New} new, {progress.Waiting} waiting{(progress.Problem is { } p ? $" ({p})" : "")}");
                }
            });
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException)
        {
            await Console.Error.WriteLineAsync($"{source.Slug}: {error.Message}");
            return false;
        }

        if (last is null)
        {
            return false;
        }

        report?.Add(source.Slug, source.Policy.Code(), source.Focus, await cluster.ChoicesAsync(last.Source, last.Run, cancellationToken));
        if (output is not null)
        {
            await output.WriteAsync(last);
        }
        else
        {
            Print(last);
        }

        return last.Fetched + last.Reasons.GetValueOrDefault(CrawlReason.NotModified.Code()) > 0;
    }

    private static void Print(CrawlProgress last)
    {
        Console.WriteLine($"{last.Source}: {last.Fetched} fetched, {last.New} new, {last.Changed} changed, {last.Skipped} skipped, {last.Failed} failed, {last.Waiting} waiting");
        foreach (var (reason, count) in last.Reasons.OrderByDescending(r => r.Value))
        {
            Console.WriteLine($"  {reason,-20} {count,8:N0}");
        }
    }
}
