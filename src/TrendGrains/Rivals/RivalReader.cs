using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using TrendGrains.Reading.Evaluation;

namespace TrendGrains.Rivals;

/// <summary>
/// Another reader on the same pages in the same run: a folder with a <c>read.mjs</c> and its packages, run by Node.js. It gets a line a page,
/// <c>{id, url, file, warm}</c>, and gives a line a page that is not a warm-up, <c>{id, ms, text}</c>.
/// </summary>
internal static class RivalReader
{
    private static readonly JsonSerializerOptions json = new(JsonSerializerDefaults.Web);

    /// <summary>A score for each page that it answered, or why there is none.</summary>
    public static async Task<(List<RivalScore> Scores, string? Missing)> ReadAsync(string folder, List<WcxbPage> pages, int warmUp, Action<int> report, CancellationToken cancellationToken)
    {
        if (!File.Exists(Path.Combine(folder, "read.mjs")) || !Directory.Exists(Path.Combine(folder, "node_modules")))
        {
            return ([], $"{folder} has no read.mjs with its packages: copy tests/Benchmarks/Readability there and run 'npm ci' in it, as deploy/local/bench does");
        }

        var files = Directory.CreateTempSubdirectory("trendgrains-rival-");
        try
        {
            return await RunAsync(folder, files.FullName, pages, warmUp, report, cancellationToken);
        }
        catch (Win32Exception error)
        {
            return ([], $"node does not start: {error.Message}");
        }
        finally
        {
            files.Delete(recursive: true);
        }
    }

    private static async Task<(List<RivalScore> Scores, string? Missing)> RunAsync(
        string folder, string files, List<WcxbPage> pages, int warmUp, Action<int> report, CancellationToken cancellationToken)
    {
        var byId = pages.ToDictionary(page => page.Id);
        foreach (var page in pages)
        {
            await File.WriteAllBytesAsync(Path.Combine(files, page.Id), page.Body, cancellationToken);
        }

        var start = new ProcessStartInfo("node", [Path.Combine(folder, "read.mjs")]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        try
        {
            foreach (var (page, warm) in pages.Take(warmUp).Select(page => (page, true)).Concat(pages.Select(page => (page, false))))
            {
                await process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(new { page.Id, page.Url, File = Path.Combine(files, page.Id), Warm = warm }, json).AsMemory(), cancellationToken);
            }

            process.StandardInput.Close();
            var scores = new List<RivalScore>(pages.Count);
            while (await process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
            {
                if (JsonSerializer.Deserialize<RivalLine>(line, json) is { } read && byId.TryGetValue(read.Id, out var page))
                {
                    scores.Add(new RivalScore(page, WordF1.Of(read.Text, page.Text), read.Ms));
                    report(scores.Count);
                }
            }

            await process.WaitForExitAsync(cancellationToken);
            return (scores, scores.Count == pages.Count ? null : $"it ended after {scores.Count} of {pages.Count} pages");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private sealed record RivalLine(string Id, double Ms, string Text);
}

/// <summary>How another reader read a page.</summary>
internal sealed record RivalScore(WcxbPage Page, (double Precision, double Recall, double F1) Words, double Milliseconds);
