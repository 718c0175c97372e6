using Spectre.Console;
using TrendGrains.Reading.Evaluation;
using TrendGrains.Rivals;

namespace TrendGrains.Output;

/// <summary>The row of another reader, read one after the other with ours in one run.</summary>
internal static class RivalTable
{
    /// <summary>False when the rival could not be run to its end; the reason is on standard error.</summary>
    public static async Task<bool> WriteAsync(string folder, List<ReadingScore> ours, int warmUp, bool json, CancellationToken cancellationToken)
    {
        var pages = ours.ConvertAll(score => score.Page);
        var (scores, missing) = (new List<RivalScore>(), (string?)null);
        await WorkProgress.RunAsync("rival", async report => (scores, missing) = await RivalReader.ReadAsync(
            folder, pages, warmUp, done => report(done, pages.Count, $"{done} of {pages.Count} pages"), cancellationToken));
        if (missing is not null)
        {
            await Console.Error.WriteLineAsync($"trendgrains: no rival was measured: {missing}.");
            return false;
        }

        var line = RivalLine.Of(Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)), scores, ours);
        if (json)
        {
            await using var output = new OutputFile(null);
            await output.WriteAsync(line);
            return true;
        }

        AnsiConsole.MarkupLineInterpolated(
            $"{line.Rival}: word F1 {line.F1:F4} (P {line.Precision:F4}, R {line.Recall:F4}); median {line.MedianMs:F1} ms, p95 {line.P95Ms:F1}, slowest {line.SlowestMs:F0}; {line.TimesSlower:F1} times our time over all pages, {line.MedianTimesSlower:F1} times on the median page");
        return true;
    }
}
