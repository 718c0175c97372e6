using TrendGrains.Abstractions.Items;

namespace TrendGrains.Crawling.Feeds;

/// <summary>Atom 1.0 (RFC 4287) and 0.3.</summary>
internal static class AtomFeed
{
    public static ParsedFeed Read(FeedNode root, FeedReading reading)
    {
        // Feeds that leave the namespace out are read all the same.
        var isEntry = root.Name.Equals("entry", StringComparison.OrdinalIgnoreCase);
        var own = root.Prefix;
        var language = root.Language();
        FeedNode[] entries = isEntry ? [root] : [.. root.All(own, "entry")];
        return new ParsedFeed
        {
            Format = root.Attribute("version")?.Trim() == "0.3" || root.Attributes.Any(a => a.Value.Contains("purl.org/atom/ns", StringComparison.Ordinal)) ? FeedFormat.Atom03 : FeedFormat.Atom10,
            Title = Title(root, own, reading),
            Link = AtomLinks.Alternate(root, reading),
            Description = reading.Clip(Markup(root, own, reading, "subtitle", "tagline"), FeedLimits.SummaryLength),
            Language = reading.Clip(language?.Trim(), 35),
            Updated = FeedModules.Date(root, (own, "updated"), (own, "modified"), ("dc", "date")),
            TimeToLive = FeedModules.TimeToLive(root),
            Entries = [.. reading.Bounded(entries).Select(entry => Entry(entry, own, root, language, reading))],
        };
    }

    private static FeedEntry Entry(FeedNode entry, string own, FeedNode root, string? language, FeedReading reading)
    {
        var baseUrl = entry.BaseUrl(reading.BaseUrl);
        var id = entry.First(own, "id") is { } given ? FeedMarkup.Text(given).Trim() : null;
        var content = entry.First(own, "content");
        var enclosures = AtomLinks.Related(entry, "enclosure").Select(link => FeedModules.Medium(link, "href", link.Attribute("type"), "length", reading)).OfType<FeedMedia>();
        return new FeedEntry
        {
            Id = reading.Clip(id, FeedLimits.UrlLength),
            Url = reading.Url(entry.First("feedburner", "origLink") is { } original ? FeedMarkup.Text(original) : null, baseUrl)
                ?? AtomLinks.Alternate(entry, reading)
                ?? reading.Url(content?.Attribute("src"), content?.BaseUrl(reading.BaseUrl))
                ?? (id is not null && id.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? reading.Url(id) : null),
            Title = Title(entry, own, reading),
            Author = Author(entry, own, reading) ?? (entry.First(own, "source") is { } source ? Author(source, own, reading) : null) ?? (entry == root ? null : Author(root, own, reading)),
            Published = FeedModules.Date(entry, (own, "published"), (own, "issued"), ("dc", "date"), (own, "created"), ("dcterms", "issued")),
            Updated = FeedModules.Date(entry, (own, "updated"), (own, "modified"), ("dcterms", "modified")),
            Summary = reading.Clip(Markup(entry, own, reading, "summary") ?? MediaDescription(entry), FeedLimits.SummaryLength),
            Content = reading.Clip(Markup(entry, own, reading, "content"), FeedLimits.ContentLength),
            Media = FeedModules.Distinct(enclosures.Concat(FeedModules.Media(entry, reading))),
            Tags = FeedModules.Tags(entry, entry.All(own, "category").Select(c => c.Attribute("label") is { Length: > 0 } label ? label : c.Attribute("term") ?? FeedMarkup.Text(c)), reading),
            Engagement = FeedEngagement.Of(entry),
            Language = reading.Clip((entry.Language() ?? language)?.Trim(), 35),
        };
    }

    /// <summary>YouTube's feeds say what a video is about only here.</summary>
    private static string? MediaDescription(FeedNode entry) =>
        (entry.First("media", "group")?.First("media", "description") ?? entry.First("media", "description")) is { } found ? FeedMarkup.Text(found).Trim() : null;

    private static string? Author(FeedNode node, string own, FeedReading reading) =>
        FeedModules.Names(node.All(own, "author").Select(author => Person(author, own)), reading)
        ?? FeedModules.Names(node.All("dc", "creator").Select(FeedMarkup.Text), reading);

    private static string? Person(FeedNode author, string own)
    {
        foreach (var part in (string[])["name", "email", "uri", "url"])
        {
            if (author.First(own, part) is { } found && FeedMarkup.Text(found) is var text && !string.IsNullOrWhiteSpace(text))
            {
                return text;
            }
        }

        return author.Children.All(child => child.Text is not null) ? FeedMarkup.Text(author) : null;
    }

    private static string? Title(FeedNode node, string own, FeedReading reading)
    {
        var title = node.First(own, "title");
        if (title is null)
        {
            return null;
        }

        var text = AtomText.IsPlain(title) ? FeedMarkup.Line(FeedMarkup.Text(title))
            : AtomText.IsMarkup(title) ? FeedMarkup.Line(FeedMarkup.Text(title))
            : FeedMarkup.PlainLine(AtomText.Read(title));
        return reading.Clip(text, FeedLimits.TitleLength);
    }

    private static string? Markup(FeedNode node, string own, FeedReading reading, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (node.First(own, name) is { } found && AtomText.Read(found) is var text && !string.IsNullOrWhiteSpace(text))
            {
                return AtomText.IsPlain(found) ? text.Trim() : FeedMarkup.ResolveLinks(text.Trim(), found.BaseUrl(reading.BaseUrl));
            }
        }

        return null;
    }
}
