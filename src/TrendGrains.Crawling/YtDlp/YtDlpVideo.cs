using System.Text.Json;
using TrendGrains.Abstractions.Items;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Captions;
using TrendGrains.Crawling.Sites;

namespace TrendGrains.Crawling.YtDlp;

/// <summary>Reads a run for one video or post: its metadata, and what is said in it; pure.</summary>
public static class YtDlpVideo
{
    private const string Original = "-orig";

    /// <summary>The entry, its content the description and then the subtitles; null, and why, when yt-dlp printed no entry.</summary>
    public static FeedEntry? Read(SourceDefinition source, YtDlpAnswer answer, out string? problem)
    {
        problem = "yt-dlp printed nothing about this address.";
        foreach (var line in YtDlpListing.Lines(answer.Output))
        {
            try
            {
                using var json = JsonDocument.Parse(line);
                if (YtDlpEntry.TryRead(source, json.RootElement, out var entry, out var skipped))
                {
                    problem = null;
                    return WithTranscript(entry, json.RootElement, answer.Subtitles);
                }

                problem = skipped.Detail;
            }
            catch (JsonException fault)
            {
                problem = $"yt-dlp printed a line that is no JSON: {fault.Message}";
            }
        }

        return null;
    }

    private static FeedEntry WithTranscript(FeedEntry entry, JsonElement json, IReadOnlyDictionary<string, byte[]> subtitles)
    {
        foreach (var language in subtitles.Keys.OrderBy(l => Rank(l, json)).ThenBy(l => l, StringComparer.Ordinal))
        {
            if (Transcript.FromWebVtt(subtitles[language]) is { } text)
            {
                var description = json.Text("description");
                return entry with
                {
                    Content = YtDlpEntry.Encoded(description is null ? text : $"{description}\n\n{text}"),
                    Language = entry.Language ?? (language.EndsWith(Original, StringComparison.Ordinal) ? language[..^Original.Length] : language),
                };
            }
        }

        return entry;
    }

    /// <summary>What people wrote in the language that is spoken; what they wrote in another; what a machine heard; what it translated.</summary>
    private static int Rank(string language, JsonElement json)
    {
        var spoken = json.Text("language") is { } tag && language.Split('-')[0].Equals(tag.Split('-')[0], StringComparison.OrdinalIgnoreCase);
        var byPeople = json.Field("subtitles") is { } subtitles && subtitles.Field(language) is not null;
        return byPeople ? spoken ? 0 : 1 : language.EndsWith(Original, StringComparison.Ordinal) ? 2 : spoken ? 3 : 4;
    }
}
