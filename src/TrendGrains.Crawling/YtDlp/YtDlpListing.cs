using System.Text.Json;
using TrendGrains.Abstractions.Items;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Sites;

namespace TrendGrains.Crawling.YtDlp;

/// <summary>Reads what yt-dlp printed of a listing: one JSON object a line, a video or post each; pure. A line that is none is skipped with its reason.</summary>
public static class YtDlpListing
{
    /// <param name="cursor">As the last reading gave it; null on the first.</param>
    public static SiteReading Read(SourceDefinition source, byte[] output, string? cursor)
    {
        var times = FirstSeenTimes.Parse(cursor);
        var (entries, skipped) = (new List<FeedEntry>(), new List<SkippedEntry>());
        foreach (var line in Lines(output))
        {
            try
            {
                using var json = JsonDocument.Parse(line);
                if (YtDlpEntry.TryRead(source, json.RootElement, out var entry, out var skip))
                {
                    entries.Add(entry with { Published = times.Of(entry.Id!, entry.Published) });
                }
                else
                {
                    skipped.Add(skip);
                }
            }
            catch (JsonException fault)
            {
                skipped.Add(new SkippedEntry(source.Url, CrawlReason.Malformed, $"yt-dlp printed a line that is no JSON: {fault.Message}"));
            }
        }

        return new SiteReading { Entries = [.. entries], Skipped = [.. skipped], Cursor = times.Cursor ?? cursor };
    }

    internal static IEnumerable<ReadOnlyMemory<byte>> Lines(byte[] output)
    {
        for (var rest = output.AsMemory(); !rest.IsEmpty;)
        {
            var end = rest.Span.IndexOf((byte)'\n');
            var line = end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[(end + 1)..];
            if (!line.Span.Trim(" \t\r"u8).IsEmpty)
            {
                yield return line;
            }
        }
    }
}
