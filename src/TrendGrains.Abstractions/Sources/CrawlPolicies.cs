using System.Text.Json;

namespace TrendGrains.Abstractions.Sources;

/// <summary>The stored spelling of each <see cref="CrawlPolicy"/>.</summary>
public static class CrawlPolicies
{
    public static string Code(this CrawlPolicy policy) => JsonNamingPolicy.KebabCaseLower.ConvertName(policy.ToString());

    /// <summary>Null when there is no such policy.</summary>
    public static CrawlPolicy? Parse(string code)
    {
        foreach (var policy in Enum.GetValues<CrawlPolicy>())
        {
            if (policy.Code().Equals(code, StringComparison.OrdinalIgnoreCase))
            {
                return policy;
            }
        }

        return null;
    }
}
