using Microsoft.Extensions.Options;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Fetch;
using TrendGrains.Crawling.Robots;

namespace TrendGrains.Crawling.Checks;

/// <summary>What robots.txt says of a source's first address, and whether it is asked at all.</summary>
internal sealed class RobotsCheck(RobotsReader reader, IOptions<FetchOptions> fetch)
{
    /// <param name="live">Read it; else say only whether it binds.</param>
    public async Task<CheckFinding> FindAsync(SourceDefinition source, string first, bool live, CancellationToken cancellationToken)
    {
        if (source.Access != AccessMode.Crawl)
        {
            var pages = source.FollowEntries ? " It binds for the pages that are followed." : "";
            return Ok(source.Access switch
            {
                AccessMode.Feed => $"robots.txt is not asked for the one address that you subscribed to.{KnownRefusal(source)}{pages}",
                AccessMode.Api => $"robots.txt is not asked: an interface under its own terms.{pages}",
                _ => "robots.txt is not asked: you opted into yt-dlp.",
            });
        }

        if (!live)
        {
            return Ok("robots.txt binds; --live reads it.");
        }

        var answer = await reader.ReadAsync(new Uri(first), source.Internal, cancellationToken);
        if (answer.Rules is not { } rules)
        {
            return new CheckFinding("robots", CheckVerdict.Refused, $"{answer.Detail} Until it can be, nothing is read.");
        }

        var decision = rules.Decide(fetch.Value.RobotsToken, new Uri(first));
        var rule = decision.Rule is null ? "no rule of robots.txt matches" : $"line {decision.Line} of robots.txt says '{decision.Rule}'";
        return decision.Allowed ? Ok($"Allowed: {rule}.") : new CheckFinding("robots", CheckVerdict.Refused, $"Denied to {fetch.Value.RobotsToken}: {rule}.");
    }

    /// <summary>What is known of sites whose robots.txt refuses crawlers what a feed's reader is given.</summary>
    private static string KnownRefusal(SourceDefinition source) => source is { Internal: false, Kind: SourceKind.Reddit or SourceKind.YouTube }
        ? $" {(source.Kind == SourceKind.Reddit ? "Reddit's refuses all crawlers" : "YouTube's refuses feeds to crawlers")}; --access api goes by its terms."
        : "";

    private static CheckFinding Ok(string why) => new("robots", CheckVerdict.Ok, why);
}
