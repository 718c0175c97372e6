using System.Text.RegularExpressions;
using TrendGrains.Abstractions.Items;

namespace TrendGrains.Crawling.Feeds;

/// <summary>RSS 0.9x and 2.0 (rssboard.org/rss-specification) and RSS 1.0 (web.resource.org/rss/1.0/spec), with the modules in use.</summary>
internal static partial class RssFeed
{
    public static ParsedFeed Read(FeedNode root, FeedReading reading)
    {
        // In RSS 1.0 and 0.90 entries stand beside the channel, in 2.0 within it; some feeds do both or leave the channel out.
        var channel = root.Is("", "channel") ? root : root.First("", "channel") ?? root;
        var items = channel.All("", "item").Concat(channel == root ? [] : root.All("", "item"))
            .Concat(channel.First("", "items")?.All("", "item") ?? []).ToArray();
        var language = Text(channel, "", "language") ?? Text(channel, "dc", "language") ?? channel.Language();
        return new ParsedFeed
        {
            Format = Format(root, channel),
            Title = Title(channel, reading),
            Link = Link(channel, reading),
            Description = reading.Clip(Text(channel, "", "description") ?? Text(channel, "itunes", "summary"), FeedLimits.SummaryLength),
            Language = reading.Clip(language?.Trim(), 35),
            Updated = FeedModules.Date(channel, ("", "lastBuildDate"), ("", "pubDate"), ("dc", "date"), ("atom", "updated"), ("dcterms", "modified")),
            TimeToLive = FeedModules.TimeToLive(channel),
            Entries = [.. reading.Bounded(items).Select(item => Entry(item, language, reading))],
        };
    }

    private static FeedFormat Format(FeedNode root, FeedNode channel)
    {
        if (root.Is("rdf", "RDF") || root.Name.Equals("rdf", StringComparison.OrdinalIgnoreCase))
        {
            return root.Attributes.Any(a => a.Value.Contains("rdf/simple/0.9", StringComparison.Ordinal)) ? FeedFormat.Rss09 : FeedFormat.Rss10;
        }

        var version = root.Attribute("version")?.Trim() ?? "";
        return version.StartsWith("0.9", StringComparison.Ordinal) ? FeedFormat.Rss09
            : version.StartsWith("1.", StringComparison.Ordinal) || root == channel && version.Length == 0 && channel.First("", "items") is not null ? FeedFormat.Rss10
            : FeedFormat.Rss20;
    }

    private static FeedEntry Entry(FeedNode item, string? language, FeedReading reading)
    {
        var baseUrl = item.BaseUrl(reading.BaseUrl);
        // Where an entry has its own short summary, the description is the whole text.
        var isWhole = item.First("", "summary") is not null;
        var description = Markup(item, baseUrl, ("", isWhole ? "summary" : "description"), ("itunes", "summary"), ("media", "description"), ("dc", "description"), ("atom", "summary"));
        var content = Markup(item, baseUrl, ("content", "encoded"), ("xhtml", "body"), ("", "fullitem"), ("atom", "content"), ("", "content"), ("", isWhole ? "description" : "content"));
        var enclosures = item.All("", "enclosure").Select(node => FeedModules.Medium(node, "url", node.Attribute("type"), "length", reading)).OfType<FeedMedia>();
        var id = item.First("", "guid") ?? item.First("atom", "id") ?? item.First("dc", "identifier");
        return new FeedEntry
        {
            Id = reading.Clip(id is null ? item.Attribute("about", "rdf") : FeedMarkup.Text(id).Trim(), FeedLimits.UrlLength),
            Url = EntryUrl(item, baseUrl, reading),
            Title = Title(item, reading),
            Author = Author(item, reading),
            Published = FeedModules.Date(item, ("", "pubDate"), ("dc", "date"), ("atom", "published"), ("dcterms", "issued"), ("dcterms", "created"), ("", "date")),
            Updated = FeedModules.Date(item, ("atom", "updated"), ("dcterms", "modified"), ("", "lastBuildDate")),
            Summary = reading.Clip(description, FeedLimits.SummaryLength),
            Content = reading.Clip(content, FeedLimits.ContentLength),
            Media = FeedModules.Distinct(enclosures.Concat(FeedModules.Media(item, reading))),
            Tags = FeedModules.Tags(item, item.All("", "category").Select(FeedMarkup.Text), reading),
            Engagement = FeedEngagement.Of(item),
            Origin = Origin(item, baseUrl, reading),
            Language = reading.Clip((Text(item, "dc", "language") ?? item.Language() ?? language)?.Trim(), 35),
        };
    }

    /// <summary>RSS 2.0: the channel that the item came from.</summary>
    private static FeedOrigin? Origin(FeedNode item, Uri? baseUrl, FeedReading reading) =>
        item.First("", "source") is { } source && reading.Clip(FeedMarkup.PlainLine(FeedMarkup.Text(source)), 200) is { } name
            ? new FeedOrigin(name, reading.Url(source.Attribute("url"), baseUrl))
            : null;

    /// <summary>The page itself: FeedBurner's original before its redirect, the link, an Atom link, a guid that is one.</summary>
    private static string? EntryUrl(FeedNode item, Uri? baseUrl, FeedReading reading)
    {
        var guid = item.First("", "guid");
        var isPermanentLink = guid is not null && !string.Equals(guid.Attribute("isPermaLink")?.Trim(), "false", StringComparison.OrdinalIgnoreCase);
        return reading.Url(Text(item, "feedburner", "origLink"), baseUrl)
            ?? item.All("", "link").Select(link => reading.Url(FeedMarkup.Text(link) is { } text && !string.IsNullOrWhiteSpace(text) ? text : link.Attribute("href"), link.BaseUrl(reading.BaseUrl))).FirstOrDefault(url => url is not null)
            ?? AtomLinks.Alternate(item, reading)
            ?? (isPermanentLink && IsAbsolute(guid!) ? reading.Url(FeedMarkup.Text(guid!)) : null)
            ?? reading.Url(item.Attribute("about", "rdf"), baseUrl);
    }

    private static bool IsAbsolute(FeedNode guid) => FeedMarkup.Text(guid).TrimStart().StartsWith("http", StringComparison.OrdinalIgnoreCase);

    private static string? Link(FeedNode channel, FeedReading reading) =>
        channel.All("", "link").Select(link => reading.Url(FeedMarkup.Text(link), link.BaseUrl(reading.BaseUrl))).FirstOrDefault(url => url is not null)
        ?? AtomLinks.Alternate(channel, reading);

    private static string? Title(FeedNode node, FeedReading reading)
    {
        var title = node.First("", "title") ?? node.First("media", "title") ?? node.First("itunes", "title") ?? node.First("dc", "title") ?? node.First("atom", "title");
        return title is null ? null : reading.Clip(FeedMarkup.PlainLine(FeedMarkup.Text(title)), FeedLimits.TitleLength);
    }

    private static string? Author(FeedNode item, FeedReading reading)
    {
        var named = FeedModules.Names(item.All("dc", "creator").Select(FeedMarkup.Text), reading)
            ?? FeedModules.Names(item.All("", "author").Select(author => PersonName(author.First("", "name") is { } name ? FeedMarkup.Text(name) : FeedMarkup.Text(author))), reading);
        return named
            ?? FeedModules.Names(item.All("atom", "author").Select(author => author.First("atom", "name") is { } name ? FeedMarkup.Text(name) : null), reading)
            ?? FeedModules.Names(item.All("itunes", "author").Concat(item.All("media", "credit")).Select(FeedMarkup.Text), reading);
    }

    /// <summary>"a@b.c (Name)" and "Name &lt;a@b.c&gt;" are Name.</summary>
    private static string PersonName(string author)
    {
        // Longer than any name, and the patterns below retrace their steps.
        if (author.Length > 300)
        {
            return author;
        }

        var match = AddressThenName().Match(author);
        match = match.Success ? match : NameThenAddress().Match(author);
        return match.Success ? match.Groups["name"].Value : author;
    }

    private static string? Markup(FeedNode item, Uri? baseUrl, params ReadOnlySpan<(string Prefix, string Name)> places)
    {
        foreach (var (prefix, name) in places)
        {
            if (item.First(prefix, name) is { } found && FeedMarkup.Markup(found) is var markup && !string.IsNullOrWhiteSpace(markup))
            {
                return FeedMarkup.ResolveLinks(markup.Trim(), found.BaseUrl(null) ?? baseUrl);
            }
        }

        return null;
    }

    private static string? Text(FeedNode node, string prefix, string name) =>
        node.First(prefix, name) is { } found && FeedMarkup.Text(found) is var text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    [GeneratedRegex(@"^\s*\S+@\S+\s*\((?<name>[^()]{1,200})\)\s*$")]
    private static partial Regex AddressThenName();

    [GeneratedRegex(@"^\s*(?<name>[^<>@]{1,200}?)\s*(?:<\S+@\S+>|\(\S+@\S+\))\s*$")]
    private static partial Regex NameThenAddress();
}
