using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Sites;
using TrendGrains.Storage.Scouting;

namespace TrendGrains.Grains.Scouting;

/// <summary>The sources that proposals become; pure. None may read an internal address, and robots.txt binds them all.</summary>
internal static class TrialSources
{
    /// <summary>Between two crawls of a trial.</summary>
    private static readonly TimeSpan trialPause = TimeSpan.FromHours(6);

    private static readonly TimeSpan usualPause = TimeSpan.FromHours(1);

    public static SourceDefinition Trial(SourceProposal proposal, int pages) => Of(proposal.Host, proposal.Url) with { MaxPages = pages, Interval = trialPause };

    public static SourceDefinition Kept(string host, string? url) => Of(host, url) with { Interval = usualPause };

    /// <summary>Host of a source's address as citations name it; null where it has none.</summary>
    public static string? HostOf(SourceDefinition source) => Ingest.Citations.HostOf(source.Url);

    private static SourceDefinition Of(string host, string? url) => new()
    {
        Slug = SourceSlug.From(host),
        Kind = SourceKind.Site,
        Url = url is not null && Uri.TryCreate(url, UriKind.Absolute, out var address) ? new Uri(address, "/").AbsoluteUri : $"https://{host}/",
        Title = host,
        Access = AccessModes.Of(SourceKind.Site)[0],
        Policy = CrawlPolicy.Bandit,
        Internal = false,
    };
}
