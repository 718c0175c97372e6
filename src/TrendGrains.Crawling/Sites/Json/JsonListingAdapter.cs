using System.Globalization;
using System.Text.Json;
using TrendGrains.Abstractions.Items;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Feeds;

namespace TrendGrains.Crawling.Sites.Json;

/// <summary>Any JSON listing, by the mapping that the operator gave with the source.</summary>
internal sealed class JsonListingAdapter : ISiteAdapter
{
    public string? Refuse(SourceDefinition source)
    {
        if (source.Mapping is null)
        {
            return "kind json needs a mapping (--mapping FILE.yaml).";
        }

        try
        {
            var needs = Mapping(source).Secret is null ? null : (AccessMode?)AccessMode.Api;
            return needs == AccessMode.Api && source.Access != AccessMode.Api ? "a mapping with a secret is read with --access api."
                : needs is null && source.Access == AccessMode.Api ? "access api needs 'header' and 'secret' in the mapping."
                : null;
        }
        catch (FormatException error)
        {
            return error.Message;
        }
    }

    public string FirstPage(SourceDefinition source) =>
        Mapping(source).List is { } list ? new Uri(new Uri(source.Url), list).AbsoluteUri : source.Url;

    /// <summary>For the list's own host: a next page elsewhere gets no secret.</summary>
    public SiteLogin? Login(SourceDefinition source) => Mapping(source) is { Secret: { } secret, Header: { } header }
        ? new KeyLogin(new Uri(FirstPage(source)).GetLeftPart(UriPartial.Authority), header, secret.Variable) { Prefix = secret.Prefix }
        : null;

    public SiteReading Read(SourceDefinition source, SiteAnswer answer, string? cursor)
    {
        var mapping = Mapping(source);
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(answer.Body);
        }
        catch (JsonException error)
        {
            return SiteReading.Unreadable(answer, $"This is no JSON: {error.Message}");
        }

        using (document)
        {
            return mapping.Items.In(document.RootElement) is { ValueKind: JsonValueKind.Array } items
                ? Read(mapping, items, document.RootElement, answer, cursor)
                : SiteReading.Unreadable(answer, "The mapping's 'items' leads to no array here.");
        }
    }

    private static SiteReading Read(ListingMapping mapping, JsonElement items, JsonElement root, SiteAnswer answer, string? cursor)
    {
        var (entries, skipped, number) = (new List<FeedEntry>(), new List<SkippedEntry>(), 0);
        foreach (var item in items.EnumerateArray())
        {
            number++;
            var entry = Entry(mapping, item, answer.Url);
            if (entry.Url is null)
            {
                skipped.Add(new SkippedEntry(answer.Url.AbsoluteUri, CrawlReason.InvalidUrl, $"Item {number} has no address where 'url' and 'link' say."));
            }
            else if (entry.Title is null && entry.Content is null)
            {
                skipped.Add(new SkippedEntry(entry.Url, CrawlReason.NotReadable, $"Item {number} has nothing where 'title' and 'text' say."));
            }
            else
            {
                entries.Add(entry);
            }
        }

        // Pages are read until one holds what the last reading began with; where nothing tells the time, all of them once and then the first.
        var times = entries.Select(e => e.Published).OfType<DateTimeOffset>().Select(t => t.ToUnixTimeSeconds()).ToArray();
        var known = cursor is null ? (long?)null : long.Parse(cursor, CultureInfo.InvariantCulture);
        var isNews = known is null || (times.Length > 0 && times.Min() > known);
        var next = isNews && entries.Count > 0 ? Address(mapping.Next?.In(root), answer.Url) : null;
        if (next is not null && new Uri(next).Authority != answer.Url.Authority)
        {
            skipped.Add(new SkippedEntry(next, CrawlReason.OffSite, "The next page is on another host than the list."));
            next = null;
        }

        return new SiteReading
        {
            Entries = [.. entries],
            Skipped = [.. skipped],
            NextPage = next,
            Cursor = (times.Length > 0 ? times.Max() : 0).ToString(CultureInfo.InvariantCulture),
        };
    }

    private static FeedEntry Entry(ListingMapping mapping, JsonElement item, Uri page)
    {
        var id = Text(mapping.Id?.In(item));
        var link = mapping.Link is { } template && id is not null
            ? new Uri(page, template.Replace("{id}", Uri.EscapeDataString(id), StringComparison.Ordinal)).AbsoluteUri
            : null;
        return new FeedEntry
        {
            Id = id,
            Url = Address(mapping.Url?.In(item), page) ?? link,
            Title = Text(mapping.Title?.In(item)),
            Content = Text(mapping.Text?.In(item)),
            Author = Text(mapping.Author?.In(item)),
            Published = Time(mapping.Time?.In(item)),
            Engagement = new Engagement
            {
                Score = mapping.Score?.In(item)?.Count(),
                Comments = mapping.Comments?.In(item)?.Count(),
                Views = mapping.Views?.In(item)?.Count(),
                Likes = mapping.Likes?.In(item)?.Count(),
                Shares = mapping.Shares?.In(item)?.Count(),
            }.OrNull(),
        };
    }

    private static string? Text(JsonElement? value) => value?.ValueKind switch
    {
        JsonValueKind.String => value.Value.String() is { } text && !string.IsNullOrWhiteSpace(text) ? text : null,
        JsonValueKind.Number => value.Value.GetRawText(),
        _ => null,
    };

    private static string? Address(JsonElement? value, Uri page) =>
        Text(value) is { } text && Uri.TryCreate(page, text, out var url) && url.Scheme is "http" or "https" ? url.AbsoluteUri : null;

    /// <summary>Seconds or milliseconds since 1970, or a date in any way that feeds write one.</summary>
    private static DateTimeOffset? Time(JsonElement? value)
    {
        const double FirstThatIsMilliseconds = 1e11; // as seconds, the year 5138
        return value?.ValueKind switch
        {
            JsonValueKind.Number when value.Value.TryGetDouble(out var number) && number is >= FirstThatIsMilliseconds and < 253_402_300_800_000 => DateTimeOffset.FromUnixTimeMilliseconds((long)number),
            JsonValueKind.Number => value.Value.Moment(),
            JsonValueKind.String => FeedDates.Parse(value.Value.String()) ?? value.Value.Moment(),
            _ => null,
        };
    }

    private static ListingMapping Mapping(SourceDefinition source) => ListingMapping.Parse(source.Mapping ?? "", "mapping");
}
