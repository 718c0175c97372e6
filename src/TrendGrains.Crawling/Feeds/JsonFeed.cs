using System.Text.Json;
using TrendGrains.Abstractions.Items;

namespace TrendGrains.Crawling.Feeds;

/// <summary>JSON Feed 1.0 and 1.1 (jsonfeed.org/version/1.1).</summary>
internal static class JsonFeed
{
    private static readonly JsonDocumentOptions options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    public static ParsedFeed Read(string text, FeedReading reading)
    {
        try
        {
            using var document = JsonDocument.Parse(text, options);
            return Read(document.RootElement, reading);
        }
        catch (JsonException error)
        {
            reading.Problem(
                $"Not JSON: {Sentence(error.Message)}", (int)Math.Min(error.LineNumber + 1 ?? 0, int.MaxValue), (int)Math.Min(error.BytePositionInLine + 1 ?? 0, int.MaxValue));
            return new ParsedFeed();
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException)
        {
            reading.Problem("Not JSON: half of a surrogate pair stands alone."); // what no UTF-8 can hold
            return new ParsedFeed();
        }
    }

    private static ParsedFeed Read(JsonElement root, FeedReading reading)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("items", out var items) || items.ValueKind != JsonValueKind.Array)
        {
            reading.Problem("This is JSON, but no JSON Feed: there is no array 'items'.", 1, 1);
            return new ParsedFeed();
        }

        if (Text(root, "version") is not { } version || !version.Contains("jsonfeed.org/version/1", StringComparison.OrdinalIgnoreCase))
        {
            reading.Problem("The feed does not name JSON Feed 1 as its version; read as one.", 1, 1);
        }

        var language = reading.Clip(Text(root, "language"), 35);
        var entries = items.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object).ToArray();
        return new ParsedFeed
        {
            Format = FeedFormat.JsonFeed,
            Title = Line(root, "title", reading),
            Link = reading.Url(Text(root, "home_page_url")),
            Description = reading.Clip(Text(root, "description"), FeedLimits.SummaryLength),
            Language = language,
            Entries = [.. reading.Bounded(entries).Select(item => Entry(item, root, language, reading))],
        };
    }

    private static FeedEntry Entry(JsonElement item, JsonElement root, string? language, FeedReading reading)
    {
        var url = reading.Url(Text(item, "url")) ?? reading.Url(Text(item, "external_url"));
        var id = Text(item, "id");
        var page = url is null ? reading.BaseUrl : new Uri(url);
        return new FeedEntry
        {
            Id = reading.Clip(id, FeedLimits.UrlLength),
            Url = url ?? (id?.StartsWith("http", StringComparison.OrdinalIgnoreCase) == true ? reading.Url(id) : null),
            Title = Line(item, "title", reading),
            Author = Authors(item, reading) ?? Authors(root, reading),
            Published = FeedDates.Parse(Text(item, "date_published")),
            Updated = FeedDates.Parse(Text(item, "date_modified")),
            Summary = reading.Clip(Text(item, "summary"), FeedLimits.SummaryLength),
            Content = reading.Clip(Text(item, "content_html") is { } html ? FeedMarkup.ResolveLinks(html, page) : Text(item, "content_text"), FeedLimits.ContentLength),
            Media = FeedModules.Distinct(Media(item, reading)),
            Tags = [.. Elements(item, "tags").Where(tag => tag.ValueKind == JsonValueKind.String)
                .Select(tag => reading.Clip(FeedMarkup.Line(String(tag) ?? ""), 200)).OfType<string>().Distinct(StringComparer.Ordinal).Take(FeedLimits.Tags)],
            Language = reading.Clip(Text(item, "language"), 35) ?? language,
        };
    }

    private static IEnumerable<FeedMedia> Media(JsonElement item, FeedReading reading)
    {
        foreach (var attachment in Elements(item, "attachments").Where(a => a.ValueKind == JsonValueKind.Object))
        {
            if (reading.Url(Text(attachment, "url")) is { } url)
            {
                var size = attachment.TryGetProperty("size_in_bytes", out var bytes) && bytes.ValueKind == JsonValueKind.Number && bytes.TryGetInt64(out var count) && count > 0 ? count : (long?)null;
                yield return new FeedMedia(url, reading.Clip(Text(attachment, "mime_type"), 100), size);
            }
        }

        foreach (var name in (string[])["image", "banner_image"])
        {
            if (reading.Url(Text(item, name)) is { } url)
            {
                yield return new FeedMedia(url, "image/*", null);
            }
        }
    }

    /// <summary>1.1 has "authors", 1.0 had "author".</summary>
    private static string? Authors(JsonElement element, FeedReading reading)
    {
        var authors = Elements(element, "authors").Concat(element.TryGetProperty("author", out var one) ? [one] : []);
        return FeedModules.Names(authors.Where(a => a.ValueKind == JsonValueKind.Object).Select(a => Text(a, "name") ?? Text(a, "url")), reading);
    }

    private static IEnumerable<JsonElement> Elements(JsonElement element, string name) =>
        element.TryGetProperty(name, out var array) && array.ValueKind == JsonValueKind.Array ? array.EnumerateArray() : [];

    private static string? Line(JsonElement element, string name, FeedReading reading) =>
        Text(element, name) is { } text ? reading.Clip(FeedMarkup.Line(text), FeedLimits.TitleLength) : null;

    /// <summary>A string, or a number where the specification wants a string and publishers write a number.</summary>
    private static string? Text(JsonElement element, string name) =>
        !element.TryGetProperty(name, out var value) ? null
        : value.ValueKind == JsonValueKind.Number ? value.GetRawText()
        : value.ValueKind == JsonValueKind.String && String(value) is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim()
        : null;

    private static string? String(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null; // an escape that is half of a surrogate pair
        }
    }

    private static string Sentence(string message)
    {
        var path = message.IndexOf(" Path:", StringComparison.Ordinal);
        var line = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        var end = path >= 0 ? path : line >= 0 ? line : message.Length;
        return message[..end];
    }
}
