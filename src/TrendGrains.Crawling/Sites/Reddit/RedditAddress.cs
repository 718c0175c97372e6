namespace TrendGrains.Crawling.Sites.Reddit;

/// <summary>A listing's address in any of the forms that people copy: with or without an order, a final slash, <c>.json</c> or <c>.rss</c>.</summary>
/// <param name="Root">Scheme and authority, without a slash.</param>
/// <param name="Path">Path without slash at the end and without order, e.g. <c>/r/worldnews</c>; empty for the front page.</param>
/// <param name="Order">new, hot, top, rising or best.</param>
/// <param name="Window">Reddit's <c>t</c>, for <c>top</c>: hour, day, week, month, year or all.</param>
internal sealed record RedditAddress(string Root, string Path, string Order, string? Window)
{
    /// <summary>The most that Reddit gives at once.</summary>
    private const int PageSize = 100;

    private static readonly string[] orders = ["new", "hot", "top", "rising", "best", "controversial"];
    private static readonly string[] windows = ["hour", "day", "week", "month", "year", "all"];

    public bool IsByTime => Order == "new";

    public static bool TryParse(string url, out RedditAddress address)
    {
        address = null!;
        if (!Uri.TryCreate(url, UriKind.Absolute, out var parsed) || parsed.Scheme is not ("http" or "https"))
        {
            return false;
        }

        var parts = parsed.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries)
            .Select(p => p.Replace(".json", "", StringComparison.OrdinalIgnoreCase).Replace(".rss", "", StringComparison.OrdinalIgnoreCase))
            .Where(p => p.Length > 0).ToList();
        var order = "new";
        if (parts.Count > 0 && orders.Contains(parts[^1]))
        {
            order = parts[^1];
            parts.RemoveAt(parts.Count - 1);
        }

        // A single post is no listing, and a user's page is not read as one: people are not sources to be followed about.
        if (parts is not ([] or ["r", _]))
        {
            return false;
        }

        var window = parsed.Query.TrimStart('?').Split('&').Where(q => q.StartsWith("t=", StringComparison.Ordinal)).Select(q => q[2..]).FirstOrDefault(windows.Contains);
        address = new RedditAddress(parsed.GetLeftPart(UriPartial.Authority), string.Concat(parts.Select(p => "/" + p)), order, window);
        return true;
    }

    /// <param name="suffix"><c>/.rss</c>, <c>.json</c>, or nothing for the interface, which speaks only JSON.</param>
    /// <param name="after">Fullname (<c>t3_…</c>) of the last post of the page before; null for the first page.</param>
    public string Page(string suffix, string? after) =>
        $"{Root}{Path}/{Order}{suffix}?{(suffix == "/.rss" ? "" : "raw_json=1&")}limit={PageSize}"
        + (Window is null ? "" : $"&t={Window}")
        + (after is null ? "" : $"&after={Uri.EscapeDataString(after)}");
}
