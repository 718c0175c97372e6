using System.Text;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.YtDlp;

namespace TrendGrains.Crawling.Tests.YtDlp;

public sealed class YtDlpVideoTests
{
    private const string Metadata =
        """{"id":"a","title":"Storm","description":"About the storm.","language":"en","webpage_url":"https://www.youtube.com/watch?v=a","subtitles":{"ko":[],"en-GB":[]},"automatic_captions":{"en-orig":[],"en":[]}}""";

    private static readonly SourceDefinition source = new() { Slug = "a", Kind = SourceKind.YouTube, Url = "https://www.youtube.com/@n", Access = AccessMode.YtDlp };

    [Theory]
    [InlineData("ko,en-GB,en-orig,en", "en-GB")]
    [InlineData("ko,en-orig,en", "ko")]
    [InlineData("en-orig,en", "en-orig")]
    [InlineData("en", "en")]
    public void Prefers_what_people_wrote_in_the_language_that_is_spoken(string there, string chosen)
    {
        var entry = Read(Metadata, there.Split(',').ToDictionary(l => l, l => Vtt($"said in {l}")));

        Assert.Equal($"About the storm.\n\nsaid in {chosen}", entry!.Content);
    }

    [Fact]
    public void Takes_the_next_where_a_file_is_no_subtitle()
    {
        var entry = Read(Metadata, new() { ["ko"] = "<html>"u8.ToArray(), ["en"] = Vtt("heard") });

        Assert.Equal("About the storm.\n\nheard", entry!.Content);
    }

    [Fact]
    public void Is_the_description_where_nothing_is_said()
    {
        var entry = Read(Metadata, []);

        Assert.Equal((null, "About the storm."), (entry!.Content, entry.Summary));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("""{"id":"a","title":"x","webpage_url":"https://evil.example/"}""")]
    public void Says_why_there_is_no_entry(string output)
    {
        Assert.Null(YtDlpVideo.Read(source, Answer(output, []), out var problem));
        Assert.False(string.IsNullOrEmpty(problem));
    }

    private static Abstractions.Items.FeedEntry? Read(string output, Dictionary<string, byte[]> subtitles) => YtDlpVideo.Read(source, Answer(output, subtitles), out _);

    private static YtDlpAnswer Answer(string output, Dictionary<string, byte[]> subtitles) =>
        new() { Reason = CrawlReason.Fetched, Detail = "", Output = Encoding.UTF8.GetBytes(output), Subtitles = subtitles };

    private static byte[] Vtt(string text) => Encoding.UTF8.GetBytes($"WEBVTT\n\n00:01.000 --> 00:02.000\n{text}\n");
}
