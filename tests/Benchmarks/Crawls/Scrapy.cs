using System.Diagnostics;
using System.Text.Json;

namespace TrendGrains.Benchmarks.Crawls;

/// <summary>Scrapy, as Debian's python3-scrapy or another Python of this machine has it.</summary>
internal sealed class Scrapy
{
    private readonly string python;

    private Scrapy(string python) => this.python = python;

    /// <summary>Null where no Python here has it.</summary>
    public static async Task<Scrapy?> FindAsync(CancellationToken cancellationToken)
    {
        foreach (var python in new[] { "/usr/bin/python3", "python3" })
        {
            try
            {
                using var process = Process.Start(new ProcessStartInfo(python, ["-c", "import scrapy"]) { RedirectStandardError = true });
                await process!.WaitForExitAsync(cancellationToken);
                if (process.ExitCode == 0)
                {
                    return new Scrapy(python);
                }
            }
            catch (System.ComponentModel.Win32Exception)
            {
            }
        }

        return null;
    }

    /// <param name="jobs">Requests wait on disk, so that a crawl can be taken up again; else in memory.</param>
    public async Task<ScrapyFigures> RunAsync(string[] sites, int concurrency, bool jobs, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("tg-scrapy-").FullName;
        try
        {
            var order = JsonSerializer.Serialize(new
            {
                sites,
                concurrency,
                output = Path.Combine(folder, "pages.jsonl"),
                jobs = jobs ? Path.Combine(folder, "jobs") : null,
            });
            await using var process = SideProcess.Start(python, [Path.Combine(AppContext.BaseDirectory, "Crawls", "spider.py"), order]);
            return await process.ReadAsync<ScrapyFigures>(cancellationToken);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}

internal sealed record ScrapyFigures(int Fetched, double Seconds, double CrawlerCpu, double PeakMegabytes, string Version)
{
    public double Rate => Fetched / Seconds;
}
