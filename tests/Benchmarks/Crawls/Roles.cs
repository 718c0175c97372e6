using TrendGrains.Benchmarks.HostilePages;

namespace TrendGrains.Benchmarks.Crawls;

/// <summary>What this executable does as a process beside the benchmark.</summary>
internal static class Roles
{
    /// <summary>The exit status; null where the command line names no role.</summary>
    public static async Task<int?> TryRunAsync(string[] arguments) => arguments switch
    {
        [SiteProcess.Role, .. var rest] => await SiteProcess.RunAsync(rest),
        [CrawlerProcess.Role, .. var rest] => await CrawlerProcess.RunAsync(rest),
        [HostileRole.Role, var name] => await HostileRole.RunAsync(name),
        _ => null,
    };
}
