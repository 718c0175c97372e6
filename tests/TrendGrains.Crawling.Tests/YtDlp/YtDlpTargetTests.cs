using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.YtDlp;

namespace TrendGrains.Crawling.Tests.YtDlp;

public sealed class YtDlpTargetTests
{
    [Theory]
    [InlineData(SourceKind.YouTube, "https://www.youtube.com/@news", "https://www.youtube.com/@news/videos")]
    [InlineData(SourceKind.YouTube, "https://youtube.com/channel/UC_x5XG1OV2P6uZZ5FSM9Ttw/", "https://www.youtube.com/channel/UC_x5XG1OV2P6uZZ5FSM9Ttw/videos")]
    [InlineData(SourceKind.YouTube, "https://www.youtube.com/@news/streams", "https://www.youtube.com/@news/streams")]
    [InlineData(SourceKind.YouTube, "https://www.youtube.com/playlist?list=PL123", "https://www.youtube.com/playlist?list=PL123")]
    [InlineData(SourceKind.YouTube, "https://m.youtube.com/watch?v=abc", "https://www.youtube.com/watch?v=abc")]
    [InlineData(SourceKind.YouTube, "https://youtu.be/abc", "https://www.youtube.com/watch?v=abc")]
    [InlineData(SourceKind.YouTube, "https://www.youtube.com/feed/trending", "https://www.youtube.com/feed/trending")]
    [InlineData(SourceKind.YouTube, "https://www.youtube.com/results?search_query=%EA%B8%88%EB%A6%AC+rate", "ytsearch9:금리 rate")]
    [InlineData(SourceKind.YouTube, "https://www.youtube.com/results?search_query=rate&sp=CAI%253D", "https://www.youtube.com/results?search_query=rate&sp=CAI%253D")]
    [InlineData(SourceKind.YouTube, "https://www.youtube.com/results?search_query=--exec%0Aid", "ytsearch9:--exec id")]
    [InlineData(SourceKind.Instagram, "https://instagram.com/some.one", "https://www.instagram.com/some.one/")]
    [InlineData(SourceKind.Instagram, "https://www.instagram.com/p/CabcD_1-2/?hl=en", "https://www.instagram.com/p/CabcD_1-2/")]
    [InlineData(SourceKind.TikTok, "https://www.tiktok.com/@some.one?lang=en", "https://www.tiktok.com/@some.one")]
    [InlineData(SourceKind.TikTok, "https://www.tiktok.com/@some.one/video/7000000000000000000", "https://www.tiktok.com/@some.one/video/7000000000000000000")]
    public void Knows_the_listings_of_each_site(SourceKind kind, string address, string target)
    {
        Assert.Equal(target, YtDlpTarget.For(Source(kind, address), 9, out var refusal));
        Assert.Null(refusal);
    }

    [Theory]
    [InlineData(SourceKind.YouTube, "https://example.com/@news")]
    [InlineData(SourceKind.YouTube, "https://www.youtube.com.evil.example/@news")]
    [InlineData(SourceKind.YouTube, "https://www.youtube.com@evil.example/@news")]
    [InlineData(SourceKind.YouTube, "https://user:secret@www.youtube.com/@news")]
    [InlineData(SourceKind.YouTube, "https://www.youtube.com/account")]
    [InlineData(SourceKind.YouTube, "https://www.youtube.com/results?search_query=")]
    [InlineData(SourceKind.YouTube, "file:///etc/passwd")]
    [InlineData(SourceKind.YouTube, "--exec=id")]
    [InlineData(SourceKind.YouTube, "ytsearch5:words")]
    [InlineData(SourceKind.Instagram, "https://www.instagram.com/accounts")]
    [InlineData(SourceKind.Instagram, "https://www.tiktok.com/@a")]
    [InlineData(SourceKind.TikTok, "https://www.tiktok.com/explore")]
    [InlineData(SourceKind.Feed, "https://www.youtube.com/@news")]
    public void Refuses_the_rest_with_a_reason(SourceKind kind, string address)
    {
        Assert.Null(YtDlpTarget.For(Source(kind, address), 9, out var refusal));
        Assert.False(string.IsNullOrWhiteSpace(refusal));
        Assert.DoesNotContain("secret", refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://www.youtube.com/watch?v=abc", true)]
    [InlineData("https://evil.example/watch?v=abc", false)]
    [InlineData("http://127.0.0.1/", false)]
    [InlineData("file:///etc/passwd", false)]
    public void An_entry_is_read_only_on_the_sources_own_site(string address, bool read) =>
        Assert.Equal(read, YtDlpTarget.ForEntry(Source(SourceKind.YouTube, "https://www.youtube.com/@news"), address, out _) is not null);

    private static SourceDefinition Source(SourceKind kind, string address) => new() { Slug = "a", Kind = kind, Url = address, Access = AccessMode.YtDlp };
}
