using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using TrendGrains.Crawling.Fetch;
using TrendGrains.Crawling.Robots;

namespace TrendGrains.Output;

/// <summary>What a robots.txt says of a URL; the rule is the line as it stands in the file, null where none decided.</summary>
internal sealed record RobotsLine(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] JsonElement? Id, bool Allowed, string? Rule)
{
    public static RobotsLine Of(JsonElement? id, ReadOnlySpan<byte> robots, string? agent, string url)
    {
        var decision = RobotsRules.Parse(robots).Decide(Token(agent ?? new FetchOptions().RobotsToken), url);
        return new RobotsLine(id, decision.Allowed, decision.Rule);
    }

    public static RobotsLine Of(JsonElement? id, string robots, string? agent, string url) => Of(id, Encoding.UTF8.GetBytes(robots), agent, url);

    /// <summary>RFC 9309, 2.2.1: of "ExampleBot/0.1" only the product token is matched.</summary>
    private static string Token(string agent)
    {
        var version = agent.IndexOf('/');
        return version < 0 ? agent : agent[..version];
    }
}
