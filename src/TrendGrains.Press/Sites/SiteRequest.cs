using Microsoft.AspNetCore.Http;

namespace TrendGrains.Press.Sites;

/// <summary>All that an answer may depend on, besides the world.</summary>
/// <param name="Now">Simulated time.</param>
/// <param name="Authorization">As sent; empty without one.</param>
internal readonly record struct SiteRequest(string Method, string Path, IQueryCollection Query, DateTimeOffset Now, string Authorization)
{
    public string? this[string name] => Query.TryGetValue(name, out var value) && value.Count > 0 ? value[0] : null;

    /// <summary>A whole number of the query within bounds; the fallback when it is absent or none.</summary>
    public int Number(string name, int fallback, int least, int most) =>
        int.TryParse(this[name], out var number) ? Math.Clamp(number, least, most) : fallback;
}
