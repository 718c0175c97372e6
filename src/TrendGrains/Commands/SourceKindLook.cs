using TrendGrains.Abstractions.Sources;
using TrendGrains.Operating;

namespace TrendGrains.Commands;

/// <summary>Looks at the address of a source whose kind was not given, and tells what was found and what else could be added.</summary>
internal static class SourceKindLook
{
    /// <summary>Null, and why on standard error, where nothing could be read.</summary>
    public static async Task<SourceKind?> FindAsync(IOperator cluster, string address, bool isInternal, CancellationToken cancellationToken)
    {
        if (address.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
        {
            await Console.Error.WriteLineAsync("trendgrains: what was recorded does not say what it is: give its --kind.");
            return null;
        }

        var findings = await cluster.LookAsync(address, isInternal, cancellationToken);
        if (findings.Kind is not { } kind)
        {
            await Console.Error.WriteLineAsync($"trendgrains: {findings.Detail} With --kind feed or --kind site it is added unseen.");
            return null;
        }

        Console.WriteLine(findings.Detail);
        foreach (var entrance in findings.Entrances)
        {
            Console.WriteLine($"  {(entrance.Role == FrontierRole.Feed ? "feed   " : "sitemap")}  {entrance.Url}  ({entrance.Origin}{(string.IsNullOrEmpty(entrance.Title) ? "" : $": {entrance.Title}")})");
        }

        if (kind == SourceKind.Site)
        {
            Console.WriteLine(findings.Entrances.FirstOrDefault(e => e.Role == FrontierRole.Feed) is { } feed
                ? $"Added as a site: its pages, sitemaps and announced feeds are crawled as robots.txt allows. Only the feed: sources add '{feed.Url}' --kind feed"
                : "Added as a site: its pages and sitemaps are crawled as robots.txt allows.");
        }

        return kind;
    }
}
