namespace TrendGrains.Crawling.Robots;

/// <summary>A robots.txt, read (RFC 9309). The longest matching rule decides; Allow wins a tie; what nothing matches is allowed.</summary>
public sealed class RobotsRules
{
    private readonly Dictionary<string, RobotsGroup> groups;

    internal RobotsRules(Dictionary<string, RobotsGroup> groups, string[] sitemaps)
    {
        this.groups = groups;
        Sitemaps = sitemaps;
    }

    /// <summary>Rules of a host that has none: everything is allowed.</summary>
    public static RobotsRules AllowAll { get; } = new(new(StringComparer.OrdinalIgnoreCase), []);

    /// <summary>Addresses of Sitemap lines, as written.</summary>
    public IReadOnlyList<string> Sitemaps { get; }

    /// <summary>Reads any bytes; what is no rule is passed over. Only the first 500 KiB count.</summary>
    public static RobotsRules Parse(ReadOnlySpan<byte> text) => RobotsParser.Parse(text);

    /// <param name="userAgentToken">The crawler's product token, e.g. <c>TrendGrainsBot</c>; case does not matter.</param>
    /// <param name="url">Absolute; its path and query are matched.</param>
    public RobotsDecision Decide(string userAgentToken, Uri url) => Decide(userAgentToken, url.AbsoluteUri);

    /// <inheritdoc cref="Decide(string, Uri)"/>
    /// <param name="url">Absolute URL, or a path and query.</param>
    public RobotsDecision Decide(string userAgentToken, string url)
    {
        var path = RobotsPath.Of(url);
        if (path == "/robots.txt")
        {
            return new RobotsDecision(true, null, null);
        }

        RobotsRule? best = null;
        foreach (var rule in GroupOf(userAgentToken)?.Rules ?? [])
        {
            // Measured before matched: most rules lose on length.
            var longer = best is null || rule.Pattern.Length > best.Pattern.Length || (rule.Pattern.Length == best.Pattern.Length && rule.Allow && !best.Allow);
            if (longer && rule.Matches(path))
            {
                best = rule;
            }
        }

        return new RobotsDecision(best?.Allow ?? true, best?.Text, best?.Line);
    }

    /// <summary>The Crawl-delay that the file asks of this agent: not in the RFC, kept all the same.</summary>
    public TimeSpan? CrawlDelay(string userAgentToken) => GroupOf(userAgentToken)?.CrawlDelay;

    /// <summary>RFC 9309, 2.2.1: the agent's own group alone where there is one, else the one for all.</summary>
    private RobotsGroup? GroupOf(string userAgentToken) =>
        groups.TryGetValue(userAgentToken, out var own) ? own : groups.GetValueOrDefault("*");
}
