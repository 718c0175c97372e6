namespace TrendGrains.Crawling.Sites.GoogleNews;

/// <summary>The RSS address of Google News for words, a topic or a place, in a language and a country.</summary>
public static class GoogleNewsAddress
{
    private const string Root = "https://news.google.com";

    private static readonly string[] topics = ["WORLD", "NATION", "BUSINESS", "TECHNOLOGY", "ENTERTAINMENT", "SPORTS", "SCIENCE", "HEALTH"];

    /// <summary>Where a language is given alone: the country that most of its readers are in.</summary>
    private static readonly Dictionary<string, string> regions = new(StringComparer.OrdinalIgnoreCase)
    {
        ["en"] = "US", ["ko"] = "KR", ["ja"] = "JP", ["de"] = "DE", ["fr"] = "FR", ["es"] = "ES", ["it"] = "IT", ["pt"] = "BR", ["ru"] = "RU",
        ["vi"] = "VN", ["id"] = "ID", ["th"] = "TH", ["tr"] = "TR", ["zh-TW"] = "TW", ["zh-CN"] = "CN", ["zh-HK"] = "HK",
    };

    /// <param name="words"><c>top</c>, <c>topic:business</c>, <c>place:Seoul</c>, or the words of a search (<c>when:1d</c> and <c>site:</c> are Google's to read).</param>
    /// <exception cref="FormatException">There is no such topic, or no country for the language.</exception>
    public static string OfWords(string words, string? language, string? region)
    {
        var locale = Locale(language ?? "en", region);
        var path = words switch
        {
            "top" => "/rss?",
            ['t', 'o', 'p', 'i', 'c', ':', .. var topic] when topics.Contains(topic.ToUpperInvariant()) => $"/rss/headlines/section/topic/{topic.ToUpperInvariant()}?",
            ['t', 'o', 'p', 'i', 'c', ':', .. var topic] => throw new FormatException($"Google News has no topic '{topic}'; there are {string.Join(", ", topics).ToLowerInvariant()}."),
            ['p', 'l', 'a', 'c', 'e', ':', .. var place] => $"/rss/headlines/section/geo/{Uri.EscapeDataString(place)}?",
            _ => $"/rss/search?q={Uri.EscapeDataString(words)}&",
        };
        return Root + path + locale;
    }

    /// <summary>The feed of a page of Google News that was copied from a browser; null for what has none.</summary>
    public static string? OfPage(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var parsed) || parsed.Scheme is not ("http" or "https"))
        {
            return null;
        }

        var path = parsed.AbsolutePath.TrimEnd('/');
        return path is "/rss" || path.StartsWith("/rss/search", StringComparison.Ordinal) || path.StartsWith("/rss/headlines/", StringComparison.Ordinal) || path.StartsWith("/rss/topics/", StringComparison.Ordinal) ? url
            : path is "" or "/home" ? $"{parsed.GetLeftPart(UriPartial.Authority)}/rss{parsed.Query}"
            : path is "/search" || path.StartsWith("/topics/", StringComparison.Ordinal) || path.StartsWith("/headlines/", StringComparison.Ordinal) ? $"{parsed.GetLeftPart(UriPartial.Authority)}/rss{path}{parsed.Query}"
            : null;
    }

    private static string Locale(string language, string? region)
    {
        var main = language.Split('-')[0].ToLowerInvariant();
        region ??= language.Split('-') is [_, { Length: 2 } own] ? own.ToUpperInvariant() : null;
        region ??= regions.GetValueOrDefault(language) ?? throw new FormatException($"Say for which country the language '{language}' is wanted: --region, e.g. US.");
        region = region.ToUpperInvariant();

        // English and Chinese differ by country in the first parameter, Chinese by its script in the last.
        var hl = main is "en" or "zh" ? $"{main}-{region}" : main;
        var ceid = main != "zh" ? main : region is "TW" or "HK" ? "zh-Hant" : "zh-Hans";
        return $"hl={hl}&gl={region}&ceid={region}:{ceid}";
    }
}
