using System.Globalization;

namespace TrendGrains.Crawling.YtDlp;

/// <summary>
/// When each entry was published, as first heard. A listing says "5 minutes ago", later "2 hours ago", then "3 days ago": the first word is
/// the finest, and one that stays makes no edit of the item. The cursor holds those of the last reading.
/// </summary>
internal sealed class FirstSeenTimes
{
    private readonly Dictionary<string, DateTimeOffset> before;
    private readonly List<string> now = [];

    private FirstSeenTimes(Dictionary<string, DateTimeOffset> before) => this.before = before;

    /// <summary>E.g. <c>dQw4w9WgXcQ=1256453860 …</c>; null when nothing was read.</summary>
    public string? Cursor => now.Count == 0 ? null : string.Join(' ', now);

    public static FirstSeenTimes Parse(string? cursor)
    {
        var times = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        foreach (var pair in (cursor ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.LastIndexOf('=');
            times[pair[..equals]] = DateTimeOffset.FromUnixTimeSeconds(long.Parse(pair[(equals + 1)..], CultureInfo.InvariantCulture));
        }

        return new FirstSeenTimes(times);
    }

    public DateTimeOffset? Of(string id, DateTimeOffset? heard)
    {
        var time = before.TryGetValue(id, out var first) ? first : heard;
        if (time is { } known && !id.Contains(' '))
        {
            now.Add(string.Create(CultureInfo.InvariantCulture, $"{id}={known.ToUnixTimeSeconds()}"));
        }

        return time;
    }
}
