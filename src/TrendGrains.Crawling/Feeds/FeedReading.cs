namespace TrendGrains.Crawling.Feeds;

/// <summary>One reading of one feed: where it came from, and what was found wrong so far.</summary>
internal sealed class FeedReading(Uri? baseUrl)
{
    private readonly List<FeedProblem> problems = [];
    private int cut;

    public Uri? BaseUrl { get; private set; } = baseUrl is { IsAbsoluteUri: true } ? baseUrl : null;

    /// <summary>For a feed that came from nowhere, a file: where it says itself that it is.</summary>
    public void TakeBaseFrom(FeedNode root)
    {
        var channel = root.First("", "channel") ?? root;
        BaseUrl ??= AtomLinks.Related(channel, "self").Concat(AtomLinks.Related(channel, "alternate"))
            .Select(link => link.Attribute("href"))
            .Append(channel.First("", "link") is { } link ? FeedMarkup.Text(link) : null)
            .Select(address => address is null ? null : Resolve(address.Trim(), null))
            .FirstOrDefault(address => address is { Scheme: "http" or "https" });
    }

    public void Problem(string message, int line = 0, int column = 0)
    {
        if (problems.Count < FeedLimits.Problems)
        {
            problems.Add(new FeedProblem(line, column, message));
        }
    }

    /// <summary>The text, or its start; null for nothing.</summary>
    public string? Clip(string? text, int most)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (text.Length <= most)
        {
            return text;
        }

        cut++;
        return text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
    }

    /// <summary>The first so many, the rest reported.</summary>
    public IEnumerable<T> Bounded<T>(IReadOnlyCollection<T> entries)
    {
        if (entries.Count > FeedLimits.Entries)
        {
            Problem($"The feed has {entries.Count:N0} entries; the first {FeedLimits.Entries:N0} were read.");
        }

        return entries.Take(FeedLimits.Entries);
    }

    /// <summary>An absolute http(s) URL, or null where the text makes none.</summary>
    public string? Url(string? text, Uri? nearestBase = null)
    {
        var trimmed = text?.Trim();
        if (trimmed is not { Length: > 0 and <= FeedLimits.UrlLength })
        {
            return null;
        }

        var url = Resolve(trimmed, nearestBase ?? BaseUrl);
        return url is { Scheme: "http" or "https" } ? url.AbsoluteUri : null;
    }

    public static Uri? Resolve(string text, Uri? baseUrl)
    {
        // On Unix a bare "/path" would parse as the URL of a file.
        if (!text.StartsWith('/') && Uri.TryCreate(text, UriKind.Absolute, out var absolute))
        {
            return absolute;
        }

        return baseUrl is not null && Uri.TryCreate(baseUrl, text, out var resolved) ? resolved : null;
    }

    public FeedProblem[] Problems()
    {
        if (cut > 0)
        {
            Problem($"{cut:N0} text{(cut == 1 ? " was" : "s were")} too long and cut.");
            cut = 0;
        }

        return [.. problems];
    }
}
