using System.IO.Compression;
using System.Text.Json;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Sites.Reddit;
using TrendGrains.TestKit;
using Xunit.Abstractions;

namespace TrendGrains.Crawling.Tests.Sites.Reddit;

/// <summary>Answers recorded from the service: every post and comment in them is an entry, or is left out with a reason.</summary>
public sealed class RecordedRedditTests(ITestOutputHelper output)
{
    [SharedDataTheory]
    [InlineData("posts_listing", 27, 1111, 126, 40)]
    [InlineData("comments_listing", 14, 0, 834, 1)]
    [InlineData("submission_with_comments", 39, 41, 1941, 275)]
    public void Reads_every_recorded_listing(string shape, int listings, int posts, int comments, int left)
    {
        var reasons = new List<string>();
        var (read, readPosts, entries, skipped, links, pictures, counted) = (0, 0, 0, 0, 0, 0, 0);
        foreach (var (url, body, things) in Recorded(shape))
        {
            Assert.True(RedditListing.TryRead(body, url, out var listing), url.AbsoluteUri);
            Assert.Equal(things, listing.Entries.Length + listing.Skipped.Length);
            Assert.All(listing.Entries, e =>
            {
                Assert.StartsWith("https://www.reddit.com/", e.Url, StringComparison.Ordinal);
                Assert.False(string.IsNullOrWhiteSpace(e.Title));
                Assert.InRange(e.Published!.Value.Year, 2005, 2026);
                Assert.NotEqual("[deleted]", e.Author);
            });
            Assert.All(listing.Skipped, s => Assert.Contains(s.Entry.Reason, new[] { CrawlReason.Gone, CrawlReason.NotReadable }));
            readPosts += listing.Entries.Count(e => e.Id?.StartsWith("t3_", StringComparison.Ordinal) == true);
            reasons.AddRange(listing.Skipped.Select(s => s.Entry.Detail));
            counted += listing.Entries.Count(e => e.Engagement?.Score is not null);
            read++;
            entries += listing.Entries.Length;
            skipped += listing.Skipped.Length;
            links += listing.Entries.Count(e => e.Content?.Contains("<p><a href=", StringComparison.Ordinal) == true);
            pictures += listing.Entries.Sum(e => e.Media.Length);
        }

        output.WriteLine($"{shape}: {read} answers, {readPosts} posts, {entries - readPosts} comments, {skipped} left out ({string.Join("; ", reasons.GroupBy(r => r).Select(g => $"{g.Count()} {g.Key}"))}), {links} with a link, {pictures} pictures and videos, {counted} with a score");
        Assert.True(counted >= entries * 0.99, $"{counted} of {entries} with a score");
        Assert.Equal(listings, read);
        Assert.Equal((posts, comments, left), (readPosts, entries - readPosts, skipped));
    }

    [SharedDataFact]
    public void Leaves_out_what_was_deleted_or_removed_in_the_recordings()
    {
        var reasons = new[] { "posts_listing", "comments_listing", "submission_with_comments" }.SelectMany(Recorded)
            .SelectMany(r => RedditListing.TryRead(r.Body, r.Url, out var listing) ? listing.Skipped : [])
            .Where(s => s.Entry.Reason == CrawlReason.Gone).GroupBy(s => s.Entry.Detail).ToDictionary(g => g.Key, g => g.Count());

        Assert.Equal(39, reasons.Values.Sum()); // counted in the recordings by their texts: seven posts, thirty-two comments
        Assert.Contains("Deleted by its author.", reasons.Keys);
        Assert.Contains("Removed by a moderator.", reasons.Keys);
    }

    private static IEnumerable<(Uri Url, JsonElement Body, int Things)> Recorded(string shape)
    {
        using var lines = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(Checkout.SharedData!, "reddit", "reddit_responses.jsonl.gz")), CompressionMode.Decompress));
        while (lines.ReadLine() is { } line)
        {
            using var record = JsonDocument.Parse(line);
            if (record.RootElement.GetProperty("shape").GetString() == shape)
            {
                var body = record.RootElement.GetProperty("body").Clone();
                JsonElement[] parts = body.ValueKind == JsonValueKind.Array ? [.. body.EnumerateArray()]
                    : [body.TryGetProperty("sorted_links", out var links) ? links : body];
                yield return (
                    new Uri(record.RootElement.GetProperty("uri").GetString()!), body,
                    parts.Sum(Things));
            }
        }
    }

    private static int Things(JsonElement listing) => listing.GetProperty("data").GetProperty("children").EnumerateArray()
        .Sum(t => 1 + (t.GetProperty("data").TryGetProperty("replies", out var replies) && replies.ValueKind == JsonValueKind.Object ? Things(replies) : 0));
}
