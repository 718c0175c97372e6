using System.Globalization;
using System.Runtime;
using TrendGrains.Reading;
using TrendGrains.TestKit.Hostile;

namespace TrendGrains.Benchmarks.HostilePages;

/// <summary>Reads one hostile page in a process of its own and prints outcome, milliseconds and the memory that its reading took.</summary>
internal static class HostileRole
{
    public const string Role = "read-hostile";

    public static async Task<int> RunAsync(string name)
    {
        var row = HostileCorpus.Rows.Single(r => r.Name == name);
        using var models = PageModels.LoadOrNone(_ => { });
        var reader = new PageReader(models);
        for (var i = 0; i < 20; i++)
        {
            Read(reader, row with { MediaType = "text/html", Charset = null }, System.Text.Encoding.UTF8.GetBytes(HostileRow.Article("<p class=byline>By A</p>")));
        }

        var body = row.Body();
        GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
        GC.Collect();
        // Linux: the highest resident set is counted anew from here.
        await File.WriteAllTextAsync("/proc/self/clear_refs", "5");
        var before = await StatusAsync("VmRSS:");
        var started = TimeProvider.System.GetTimestamp();
        var page = Read(reader, row, body);
        var milliseconds = TimeProvider.System.GetElapsedTime(started).TotalMilliseconds;
        var megabytes = Math.Max(0, await StatusAsync("VmHWM:") - before) / 1024;
        var outcome = page.Problem?.Code ?? (page.Text.Contains(HostileRow.Honest, StringComparison.Ordinal) ? HostileRow.Read : HostileRow.Answer);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{outcome}\t{milliseconds:F1}\t{megabytes:F0}"));
        return 0;
    }

    private static ReadPage Read(PageReader reader, HostileRow row, byte[] body) => reader.Read(new RawPage("https://evil.example/", row.MediaType, row.Charset, body, null));

    /// <summary>KiB.</summary>
    private static async Task<double> StatusAsync(string name)
    {
        var line = (await File.ReadAllLinesAsync("/proc/self/status")).Single(l => l.StartsWith(name, StringComparison.Ordinal));
        return double.Parse(line[name.Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
    }
}
