using System.Text;
using Microsoft.Extensions.Options;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Replays;
using TrendGrains.Crawling.Sites;
using TrendGrains.Crawling.Sites.Search;
using TrendGrains.TestKit;

namespace TrendGrains.Crawling.Tests.Replays;

public sealed class RecordingTests : IDisposable
{
    private const string Feed = "<rss version='2.0'><channel><title>t</title><item><title>Storm</title><link>https://news.example/{0}</link></item><item><title>Local</title><link>file:///etc/passwd</link></item></channel></rss>";

    private static readonly SiteAdapters adapters = new(new SiteSecrets(_ => null), Options.Create(new SearchOptions()));
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("recording-");

    [Fact]
    public async Task Each_poll_reads_the_next_file_of_a_folder()
    {
        Write("2.xml", "second");
        Write("1.xml", "first");
        Write(".hidden", "no");
        folder.CreateSubdirectory("0");
        var source = Source(folder.FullName);

        var first = await NextAsync(source, null);
        var second = await NextAsync(source, first.Position);
        var end = await NextAsync(source, second.Position);
        Write("3.xml", "third");
        var third = await NextAsync(source, end.Position);

        Assert.Equal(["first", "second", "", "third"], new[] { first, second, end, third }.Select(a => Encoding.UTF8.GetString(a.Body)));
        Assert.Equal(CrawlReason.NotModified, end.Reason);
    }

    [Fact]
    public async Task A_file_is_read_again_when_it_has_changed()
    {
        Write("a.xml", "one");
        var source = Source(Path.Combine(folder.FullName, "a.xml"));

        var first = await NextAsync(source, null);
        var same = await NextAsync(source, first.Position);
        Write("a.xml", "another");
        var changed = await NextAsync(source, same.Position);

        Assert.Equal((CrawlReason.NotModified, "another"), (same.Reason, Encoding.UTF8.GetString(changed.Body)));
    }

    [Fact]
    public async Task Keeps_to_the_limits_of_a_body()
    {
        Write("large.xml", new string('x', 2000));

        Assert.Equal(CrawlReason.TooLarge, (await NextAsync(Source(folder.FullName), null)).Reason);
        Assert.Equal(CrawlReason.NotFound, (await NextAsync(Source(Path.Combine(folder.FullName, "gone.xml")), null)).Reason);
        Assert.Equal(CrawlReason.NotReadable, (await NextAsync(Source("/dev/zero"), null)).Reason);
    }

    [Fact]
    public void A_link_to_a_file_gives_no_page()
    {
        var reading = RecordedReading.Read(Source(folder.FullName), null, Encoding.UTF8.GetBytes(string.Format(null, Feed, "a")), null);

        Assert.Equal(["https://news.example/a", null], reading.Entries.Select(e => e.Url));
    }

    [Fact]
    public void Reads_each_kind_by_its_own_adapter()
    {
        var netflix = Read(SourceKind.Netflix, AccessMode.Feed, "week\tcategory\tweekly_rank\tshow_title\n2026-03-01\tFilms\t1\tHarbour\n");
        var youtube = Read(SourceKind.YouTube, AccessMode.YtDlp, """{"_type":"url","id":"a","url":"https://www.youtube.com/watch?v=a","title":"Storm"}""");
        var reddit = Read(SourceKind.Reddit, AccessMode.Feed, """{"kind":"Listing","data":{"after":"t3_x","children":[{"kind":"t3","data":{"id":"a","name":"t3_a","title":"Storm","permalink":"/r/sea/comments/a/storm/","created_utc":1770000000,"subreddit":"sea","author":"x","selftext":"All ships left.","is_self":true,"url":"https://www.reddit.com/r/sea/comments/a/storm/"}}]}}""");

        Assert.StartsWith("https://www.netflix.com/", Assert.Single(netflix.Entries).Url, StringComparison.Ordinal);
        Assert.Equal("https://www.youtube.com/watch?v=a", Assert.Single(youtube.Entries).Url);
        Assert.Equal("https://www.reddit.com/r/sea/comments/a/storm/", Assert.Single(reddit.Entries).Url);
    }

    [Theory]
    [InlineData("<link rel=canonical href='https://news.example/a'>", "https://news.example/a")]
    [InlineData("<meta property='og:url' content='https://news.example/b'>", "https://news.example/b")]
    [InlineData("<link rel=canonical href='/a'>", null)]
    [InlineData("<link rel=canonical href='file:///etc/passwd'>", null)]
    [InlineData("", null)]
    public void A_page_says_where_it_was(string head, string? address) =>
        Assert.Equal(address, RecordedReading.AddressOf(Encoding.UTF8.GetBytes($"<!doctype html><head>{head}</head>")));

    [SharedDataFact]
    public async Task Replays_the_recorded_table_of_netflix()
    {
        var source = Source(Path.Combine(Checkout.SharedData!, "netflix_top10")) with { Kind = SourceKind.Netflix };

        var answer = await Recording.NextAsync(source, null, 10_000_000, CancellationToken.None);
        var reading = RecordedReading.Read(source, adapters.For(source.Kind, source.Access), answer.Body, null);

        Assert.Equal(160, reading.Entries.Length);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static SiteReading Read(SourceKind kind, AccessMode access, string body) => RecordedReading.Read(
        Source("/tmp") with { Kind = kind, Access = access }, adapters.For(kind, access), Encoding.UTF8.GetBytes(body), null);

    private static SourceDefinition Source(string path) =>
        new() { Slug = "a", Kind = SourceKind.Feed, Url = new Uri(path).AbsoluteUri, Access = AccessMode.Feed, Internal = true };

    private static Task<RecordedAnswer> NextAsync(SourceDefinition source, string? position) => Recording.NextAsync(source, position, 1000, CancellationToken.None);

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(folder.FullName, name), text);
}
