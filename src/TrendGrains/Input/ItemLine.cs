using System.Text.Json;
using TrendGrains.Abstractions.Items;
using TrendGrains.Abstractions.Sources;

namespace TrendGrains.Input;

/// <summary>One line of an import: <c>{id?, url, time, title, text?, language?, source?}</c>; unknown fields are ignored.</summary>
internal sealed record ItemLine(FeedEntry Entry, string? Source)
{
    private static readonly JsonDocumentOptions options = new() { MaxDepth = 32 };

    /// <summary>Items are JSON objects a line; a JSON Feed is one object with a "version" and "items".</summary>
    public static bool LooksLikeItems(string start) =>
        start.StartsWith('{') && !start.Contains("jsonfeed.org/version", StringComparison.Ordinal);

    public static bool TryParse(InputLine line, out ItemLine item, out string? problem)
    {
        item = null!;
        if (line.Bytes is null)
        {
            problem = $"the line is longer than {BoundedLines.Longest / (1024 * 1024)} MB";
            return false;
        }

        try
        {
            using var document = JsonDocument.Parse(line.Bytes, options);
            return TryRead(document.RootElement, out item, out problem);
        }
        catch (JsonException error)
        {
            problem = $"not JSON at byte {error.BytePositionInLine}: {error.Message.Split(". Path")[0]}";
            return false;
        }
    }

    private static bool TryRead(JsonElement root, out ItemLine item, out string? problem)
    {
        item = null!;
        if (root.ValueKind != JsonValueKind.Object)
        {
            problem = "not a JSON object";
            return false;
        }

        if (Text(root, "url") is not { } url)
        {
            problem = "no \"url\"";
            return false;
        }

        if (Text(root, "source") is { } source && !SourceSlug.IsValid(source))
        {
            problem = $"\"source\" '{source}' is not a source id (1-64 of a-z, 0-9 and '-')";
            return false;
        }

        var time = Text(root, "time");
        if (!DateTimeOffset.TryParse(time, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal, out var published))
        {
            problem = time is null ? "no \"time\"" : $"\"time\" '{time}' is not a date and time";
            return false;
        }

        problem = null;
        item = new ItemLine(
            new FeedEntry
            {
                Id = Text(root, "id"),
                Url = url,
                Title = Text(root, "title"),
                Content = Text(root, "text"),
                Language = Text(root, "language"),
                Published = published.ToUniversalTime(),
            },
            Text(root, "source"));
        return true;
    }

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && (value.ValueKind is JsonValueKind.String or JsonValueKind.Number) ? value.ToString() : null;
}
