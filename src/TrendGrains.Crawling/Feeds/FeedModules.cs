using System.Globalization;
using TrendGrains.Abstractions.Items;

namespace TrendGrains.Crawling.Feeds;

/// <summary>Vocabularies that RSS and Atom entries share: Dublin Core, Media RSS, iTunes.</summary>
internal static class FeedModules
{
    private static readonly string[] mediaNames = ["content", "thumbnail"];

    /// <summary>media:content and media:thumbnail, in groups too, and itunes:image.</summary>
    public static IEnumerable<FeedMedia> Media(FeedNode entry, FeedReading reading)
    {
        var holders = entry.Children.Where(child => child.Is("media", "group")).Prepend(entry);
        foreach (var media in holders.SelectMany(holder => holder.Children))
        {
            if (media.Prefix == "media" && mediaNames.Contains(media.Name, StringComparer.OrdinalIgnoreCase))
            {
                var medium = media.Is("media", "thumbnail") ? "image" : media.Attribute("medium");
                if (Medium(media, "url", media.Attribute("type") ?? (medium is null ? null : $"{medium}/*"), "fileSize", reading) is { } found)
                {
                    yield return found;
                }

                // A thumbnail may stand inside the content it shows.
                foreach (var inner in media.All("media", "thumbnail"))
                {
                    if (Medium(inner, "url", "image/*", "fileSize", reading) is { } picture)
                    {
                        yield return picture;
                    }
                }
            }
            else if (media.Is("itunes", "image") && Medium(media, "href", "image/*", "length", reading) is { } cover)
            {
                yield return cover;
            }
        }
    }

    public static FeedMedia? Medium(FeedNode node, string url, string? type, string length, FeedReading reading)
    {
        if (reading.Url(node.Attribute(url), node.BaseUrl(reading.BaseUrl)) is not { } absolute)
        {
            return null;
        }

        var size = long.TryParse(node.Attribute(length)?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) && bytes > 0 ? bytes : (long?)null;
        return new FeedMedia(absolute, string.IsNullOrWhiteSpace(type) ? null : reading.Clip(type.Trim(), 100), size);
    }

    /// <summary>Each once, the first description of it kept.</summary>
    public static FeedMedia[] Distinct(IEnumerable<FeedMedia> media) => [.. media.DistinctBy(m => m.Url).Take(FeedLimits.Media)];

    /// <summary>Words of dc:subject, itunes and media, beside the format's own.</summary>
    public static string[] Tags(FeedNode entry, IEnumerable<string?> own, FeedReading reading)
    {
        var subjects = entry.All("dc", "subject").Select(FeedMarkup.Text);
        var categories = entry.All("itunes", "category").Select(node => node.Attribute("text"));
        var mediaCategories = entry.All("media", "category").Concat(entry.First("media", "group")?.All("media", "category") ?? [])
            .Select(node => node.Attribute("label") is { Length: > 0 } label ? label : FeedMarkup.Text(node));
        var keywords = entry.All("itunes", "keywords").Concat(entry.All("media", "keywords"))
            .SelectMany(node => FeedMarkup.Text(node).Split(',', FeedLimits.Tags + 1, StringSplitOptions.TrimEntries));
        return [.. own.Concat(subjects).Concat(categories).Concat(mediaCategories).Concat(keywords)
            .Select(tag => reading.Clip(tag is null ? null : FeedMarkup.PlainLine(tag), 200))
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .Take(FeedLimits.Tags)];
    }

    /// <summary>"a, b" for several; each once; null for none.</summary>
    public static string? Names(IEnumerable<string?> names, FeedReading reading)
    {
        var known = names.Select(name => name is null ? "" : FeedMarkup.PlainLine(name)).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal).Take(50);
        return reading.Clip(string.Join(", ", known), 500);
    }

    /// <summary>The first that is a date.</summary>
    public static DateTimeOffset? Date(FeedNode node, params ReadOnlySpan<(string Prefix, string Name)> places)
    {
        foreach (var (prefix, name) in places)
        {
            if (node.First(prefix, name) is { } found && FeedDates.Parse(FeedMarkup.Text(found)) is { } date)
            {
                return date;
            }
        }

        return null;
    }

    /// <summary>Minutes of ttl, or the period of the syndication module.</summary>
    public static TimeSpan? TimeToLive(FeedNode channel)
    {
        if (channel.First("", "ttl") is { } ttl && int.TryParse(FeedMarkup.Text(ttl).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes > 0)
        {
            return TimeSpan.FromMinutes(Math.Min(minutes, 60 * 24 * 30));
        }

        var period = channel.First("sy", "updatePeriod") is { } node ? FeedMarkup.Text(node).Trim().ToLowerInvariant() : "";
        TimeSpan? span = period switch
        {
            "hourly" => TimeSpan.FromHours(1),
            "daily" => TimeSpan.FromDays(1),
            "weekly" => TimeSpan.FromDays(7),
            "monthly" => TimeSpan.FromDays(30),
            "yearly" => TimeSpan.FromDays(365),
            _ => null,
        };
        var frequency = channel.First("sy", "updateFrequency") is { } often
            && int.TryParse(FeedMarkup.Text(often).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var times) && times > 0 ? times : 1;
        return span / frequency;
    }
}
