using System.Globalization;

namespace TrendGrains.Benchmarks.Crawls;

/// <summary>What a process has cost so far, as Linux counts it; zero on other systems.</summary>
internal static class ProcessCost
{
    /// <summary>Linux shows times in hundredths of a second, whatever its own clock.</summary>
    private const double TicksPerSecond = 100;

    /// <summary>Seconds of processor time, by user and system together.</summary>
    public static double CpuSeconds(int processId)
    {
        try
        {
            // The name in parentheses may hold anything; the numbers start behind it.
            var stat = File.ReadAllText($"/proc/{processId}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return (long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture)) / TicksPerSecond;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    /// <summary>Resident memory in MB: now, and the most there ever was.</summary>
    public static (double Now, double Peak) Resident()
    {
        try
        {
            var lines = File.ReadAllLines("/proc/self/status");
            return (Megabytes(lines, "VmRSS:"), Megabytes(lines, "VmHWM:"));
        }
        catch (IOException)
        {
            return default;
        }
    }

    private static double Megabytes(string[] status, string field) =>
        double.Parse(status.Single(l => l.StartsWith(field, StringComparison.Ordinal))[field.Length..^2], CultureInfo.InvariantCulture) / 1000;
}
