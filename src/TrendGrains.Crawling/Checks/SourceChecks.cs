using System.Net;
using Microsoft.Extensions.Options;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Fetch;
using TrendGrains.Crawling.Rendering;
using TrendGrains.Crawling.Replays;
using TrendGrains.Crawling.Robots;
using TrendGrains.Crawling.Sites;
using TrendGrains.Crawling.YtDlp;

namespace TrendGrains.Crawling.Checks;

/// <summary>Says of a source what would happen if it were crawled now. Asks its site for nothing but, when told to, robots.txt.</summary>
public sealed class SourceChecks(
    SiteAdapters adapters, YtDlpRunner ytdlp, PageRenderer renderer, RobotsReader robots, IOptions<FetchOptions> fetch)
{
    private readonly RobotsCheck robotsCheck = new(robots, fetch);
    private readonly AddressCheck addressCheck = new(Dns.GetHostAddressesAsync);

    /// <param name="status">Where the source's grain says that it stands.</param>
    /// <param name="live">Read robots.txt where it binds, and resolve the name.</param>
    public async Task<SourceCheck> CheckAsync(SourceStatus status, bool live, CancellationToken cancellationToken)
    {
        var source = status.Definition;
        var findings = new List<CheckFinding>();
        var first = First(source, findings);
        if (first is not null && !Recording.Is(source))
        {
            Credentials(source, findings);
            findings.Add(await addressCheck.FindAsync(source, first, live, cancellationToken));
            findings.Add(await robotsCheck.FindAsync(source, first, live && findings.All(f => f.Verdict != CheckVerdict.Refused), cancellationToken));
        }

        if (source.Access == AccessMode.YtDlp && !Recording.Is(source))
        {
            findings.Add(ytdlp.Missing is { } missing ? new CheckFinding("program", CheckVerdict.Refused, missing) : new CheckFinding("program", CheckVerdict.Ok, "yt-dlp is there."));
        }

        if (source.Render)
        {
            findings.Add(renderer.Missing is { } missing
                ? new CheckFinding("program", CheckVerdict.Warning, $"Its pages are read as they come, without their JavaScript: {missing}")
                : new CheckFinding("program", CheckVerdict.Ok, "A browser is there."));
        }

        Schedule(status, findings);
        return new SourceCheck { Slug = source.Slug, Kind = source.Kind, Access = source.Access, First = first, NextDue = status.NextDue, Findings = [.. findings] };
    }

    /// <summary>What is asked for first; null for a file, and where the definition is refused.</summary>
    private string? First(SourceDefinition source, List<CheckFinding> findings)
    {
        if (source.Kind == SourceKind.File)
        {
            findings.Add(new CheckFinding("definition", CheckVerdict.Ok, "Its items come by import; nothing is fetched."));
            return null;
        }

        if (adapters.RefuseAsDefined(source) is { } refusal)
        {
            findings.Add(new CheckFinding("definition", CheckVerdict.Refused, refusal));
            return null;
        }

        return Recording.Is(source) ? source.Url : adapters.For(source.Kind, source.Access)?.FirstPage(source) ?? source.Url;
    }

    private void Credentials(SourceDefinition source, List<CheckFinding> findings)
    {
        if (adapters.For(source.Kind, source.Access)?.Login(source) is { } login)
        {
            var missing = adapters.Missing(source);
            findings.Add(missing.Length > 0
                ? new CheckFinding("credentials", CheckVerdict.Refused, $"{string.Join(" and ", missing)} not set in the environment of the process that crawls.")
                : new CheckFinding("credentials", CheckVerdict.Ok, $"{string.Join(" and ", login.Variables)} set."));
        }
    }

    private static void Schedule(SourceStatus status, List<CheckFinding> findings)
    {
        if (status.Definition.Paused)
        {
            findings.Add(new CheckFinding("schedule", CheckVerdict.Warning, "It is paused: only trendgrains crawl reads it."));
        }

        if (status.ConsecutiveFailures > 0)
        {
            findings.Add(new CheckFinding("schedule", CheckVerdict.Warning, $"The last {status.ConsecutiveFailures} crawls failed{(status.Progress.Problem is { } problem ? $": {problem}" : ".")}"));
        }
    }
}
