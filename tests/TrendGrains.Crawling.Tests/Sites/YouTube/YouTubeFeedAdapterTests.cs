using System.IO.Compression;
using System.Text;
using System.Text.Json;
using TrendGrains.Abstractions.Items;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Sites;
using TrendGrains.Crawling.Sites.YouTube;
using TrendGrains.TestKit;
using Xunit.Abstractions;

namespace TrendGrains.Crawling.Tests.Sites.YouTube;

public sealed class YouTubeFeedAdapterTests(ITestOutputHelper output)
{
    private static readonly SourceDefinition source = new() { Slug = "y", Kind = SourceKind.YouTube, Url = "https://www.youtube.com/user/Kurzgesagt", Access = AccessMode.Feed };

    [Fact]
    public void Says_the_same_of_a_video_however_often_it_was_seen()
    {
        var first = Assert.Single(Read(Feed("2026-01-22T15:01:42", "i1", 10)).Entries);
        var later = Assert.Single(Read(Feed("2026-01-25T03:00:00", "i4", 9000)).Entries);

        Assert.Equal("https://www.youtube.com/watch?v=zg40FHOAqC0", first.Url);
        Assert.Equal("https://i.ytimg.com/vi/zg40FHOAqC0/hqdefault.jpg", Assert.Single(first.Media).Url);
        Assert.Equal((10L, 9000L), (first.Engagement!.Views, later.Engagement!.Views));
        Assert.Equal(JsonSerializer.Serialize(first with { Engagement = null }), JsonSerializer.Serialize(later with { Engagement = null }));
    }

    [SharedDataFact]
    public void Reads_the_recorded_feed()
    {
        var reading = Read(Recorded().Single(r => r.Kind == "feed_xml").Body.GetString()!);

        output.WriteLine($"youtube feed: {reading.Entries.Length} videos, {reading.Entries.Count(e => e.Engagement is { Views: > 0, Likes: > 0 })} with views and likes, {reading.Skipped.Length} skipped");
        Assert.Equal((15, 0), (reading.Entries.Length, reading.Skipped.Length));
        Assert.All(reading.Entries, e => Assert.Matches("^https://www.youtube.com/watch\\?v=.{11}$", e.Url));
        Assert.All(reading.Entries, e => Assert.Equal("https://i.ytimg.com", new Uri(Assert.Single(e.Media).Url).GetLeftPart(UriPartial.Authority)));
        Assert.All(reading.Entries, e => Assert.True(e is { Title.Length: > 0, Published: not null, Author: "Kurzgesagt – In a Nutshell", Summary.Length: > 0 }));
        Assert.Equal(new Engagement { Views = 1086938, Likes = 58314 }, reading.Entries[0].Engagement);
        Assert.All(reading.Entries, e => Assert.True(e.Engagement is { Views: > 0, Likes: > 0 }));
    }

    [SharedDataTheory]
    [InlineData("player", 18, 10, 10)]
    [InlineData("reel", 10, 10, 10)]
    [InlineData("search", 17, 8, 142)]
    [InlineData("browse", 32, 16, 502)]
    [InlineData("next", 17, 13, 362)]
    [InlineData("navigation", 13, 0, 0)]
    [InlineData("music", 2, 0, 0)]
    public void Reads_what_was_recorded_of_its_pages(string kind, int recorded, int withVideos, int videos)
    {
        var readings = Recorded().Where(r => r.Kind == kind).Select(r => Read(r.Body.GetRawText())).ToArray();

        var (answers, entries) = (readings.Count(r => r.Entries.Length > 0), readings.SelectMany(r => r.Entries).ToArray());
        output.WriteLine($"youtube {kind}: {readings.Length} answers, {answers} with videos, {entries.Length} videos, {entries.Count(e => e.Engagement?.Views is not null)} with views, {entries.Count(e => e.Language is not null)} with a language; {string.Join("; ", readings.SelectMany(r => r.Skipped).GroupBy(s => s.Detail).Select(g => $"{g.Count()} {g.Key}"))}");
        Assert.Equal((recorded, withVideos, videos), (readings.Length, answers, entries.Length)); // as counted in the recordings by another program
        Assert.All(entries, e => Assert.Matches("^https://www.youtube.com/watch\\?v=[0-9A-Za-z_-]{11}$", e.Url));
        Assert.All(readings, r => Assert.True(r.Entries.Length > 0 || r.Skipped.Length == 1));
    }

    /// <summary>Beside the checkout: what a program recorded that reads YouTube as its own pages do.</summary>
    internal static IEnumerable<(string Kind, string Mock, JsonElement Body)> Recorded()
    {
        using var lines = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(Checkout.SharedData!, "youtube", "youtube_responses.jsonl.gz")), CompressionMode.Decompress));
        while (lines.ReadLine() is { } line)
        {
            using var record = JsonDocument.Parse(line);
            yield return (record.RootElement.GetProperty("kind").GetString()!, record.RootElement.GetProperty("mock").GetString()!, record.RootElement.GetProperty("body").Clone());
        }
    }

    private static string Feed(string updated, string host, int views) => $"""
        <feed xmlns:yt="http://www.youtube.com/xml/schemas/2015" xmlns:media="http://search.yahoo.com/mrss/" xmlns="http://www.w3.org/2005/Atom"><entry>
        <id>yt:video:zg40FHOAqC0</id><title>A tide</title><link rel="alternate" href="https://www.youtube.com/shorts/zg40FHOAqC0"/>
        <published>2026-01-22T15:01:42+00:00</published><updated>{updated}+00:00</updated>
        <media:group><media:content url="https://www.youtube.com/v/zg40FHOAqC0?version=3" type="application/x-shockwave-flash"/>
        <media:thumbnail url="https://{host}.ytimg.com/vi/zg40FHOAqC0/hqdefault.jpg"/><media:community><media:statistics views="{views}"/></media:community></media:group></entry></feed>
        """;

    private static SiteReading Read(string xml) =>
        new YouTubeFeedAdapter().Read(source, new SiteAnswer(new Uri("https://www.youtube.com/feeds/videos.xml?user=Kurzgesagt"), Encoding.UTF8.GetBytes(xml), "utf-8"), null);
}
