using System.Text.Json;
using TrendGrains.Abstractions.Items;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Text;

namespace TrendGrains.Input;

/// <summary>
/// One line of an import: <c>{id?, url, time, title, text?, language?, source?}</c>, or of a recorded stream of headlines, whose fields are
/// called <c>headline</c> and <c>date</c> or <c>first_seen</c>. Unknown fields are ignored. A line without an address gets one of its own
/// that can never be fetched, <c>https://SOURCE.invalid/HASH</c> (RFC 2606), the same for the same source and id, or else title and time.
/// </summary>
/// <param name="Source">Slug; null where the line names no source.</param>
/// <param name="SourceTitle">What the line calls its source, where that is no slug.</param>
internal sealed record ItemLine(FeedEntry Entry, string? Source, string? SourceTitle)
{
    /// <summary>Longest label of a host name (RFC 1035).</summary>
    private const int LongestLabel = 63;

    /// <summary>Items are JSON objects a line; a JSON Feed is one object with a "version" and "items".</summary>
    public static bool LooksLikeItems(string start) =>
        start.StartsWith('{') && !start.Contains("jsonfeed.org/version", StringComparison.Ordinal);

    public static bool TryParse(InputLine line, out ItemLine item, out string? problem)
    {
        ItemLine? read = null;
        problem = JsonLine.Read(line, root => Read(root, out read));
        item = read!;
        return problem is null;
    }

    private static string? Read(JsonElement root, out ItemLine? item)
    {
        item = null;
        var id = JsonLine.Text(root, "id");
        var title = JsonLine.Text(root, "title", "headline");
        var time = JsonLine.Text(root, "time", "first_seen", "date");
        var source = JsonLine.Text(root, "source");
        var url = JsonLine.Text(root, "url") is { } stated && !string.IsNullOrWhiteSpace(stated) ? stated : null;
        if (url is null && id is null && title is null)
        {
            return "no \"url\", and no \"id\" or \"title\" in its place";
        }

        DateTimeOffset? published = null;
        if (time is not null)
        {
            if (!JsonLine.TryTime(time, out var parsed))
            {
                return $"\"time\" '{time}' is not a date and time";
            }

            published = parsed;
        }

        var slug = string.IsNullOrWhiteSpace(source) ? null : SourceSlug.IsValid(source) ? source : SourceSlug.From(source);
        item = new ItemLine(
            new FeedEntry
            {
                Id = id,
                Url = url ?? OwnAddress(slug ?? "import", id ?? $"{title}\n{time}"),
                Title = title,
                Content = JsonLine.Text(root, "text"),
                Language = JsonLine.Text(root, "language"),
                Published = published,
            },
            slug,
            slug == source ? null : source);
        return null;
    }

    private static string OwnAddress(string source, string what)
    {
        var label = source[..Math.Min(source.Length, LongestLabel)].TrimEnd('-');
        return $"https://{label}.invalid/{TextHash.Hash128($"{source}\n{what}"):N}";
    }
}
