using Microsoft.Extensions.Options;
using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.YtDlp;
using TrendGrains.Grains.Tests.Hosting;
using TrendGrains.TestKit.Postgres;
using TrendGrains.TestKit.Programs;

namespace TrendGrains.Grains.Tests.Sources;

[Collection(nameof(SharedSilo))]
public sealed class YtDlpSourceTests(SharedSilo silo) : IDisposable
{
    private readonly string site = $"https://{Guid.NewGuid():n}.example";
    private FakeYtDlp? program;

    [DatabaseFact]
    public async Task Stores_what_is_listed_and_then_what_is_said_in_it()
    {
        Installed(
            $$"""
            case "$*" in
              *--flat-playlist*)
                echo '{"_type":"url","id":"a","url":"{{site}}/watch?v=a","title":"Storm over the harbour","timestamp":'$((1770000000 + $(cat "$NOTES/polls" 2>/dev/null | wc -l) * 90))',"view_count":'$(cat "$NOTES/polls" 2>/dev/null | wc -l)'}'
                echo poll >>"$NOTES/polls"
                echo '{"_type":"url","id":"b","url":"{{site}}/watch?v=b","title":"[Private video]"}' ;;
              *)
                echo run >>"$NOTES/videos"
                printf 'WEBVTT\n\n00:01.000 --> 00:03.000\nAll ships have left the port before noon.\n' >a.en.vtt
                echo '{"id":"a","webpage_url":"{{site}}/watch?v=a","title":"Storm over the harbour","description":"Live.","timestamp":1770000000,"subtitles":{"en":[]} }' ;;
            esac
            """);
        var source = Source() with { FollowEntries = true };

        var first = await silo.Grains.CrawlAsync(source);
        var second = await silo.Grains.GetGrain<ISourceGrain>(source.Slug).CrawlAsync(CancellationToken.None);

        Assert.Equal((2, 1, 1, 1), (first.Fetched, first.New, first.Changed, first.Skipped));
        Assert.Equal((1, 0, 0), (second.Fetched, second.New, second.Changed));
        Assert.Equal(1, await silo.CountAsync("SELECT (engagement->>'views')::bigint FROM items WHERE source = $1", source.Slug));
        Assert.Single(await File.ReadAllLinesAsync(program!.Noted("videos")));
        Assert.Equal(1, await silo.CountAsync("SELECT count(*) FROM pages p JOIN items i ON i.id = p.item_id WHERE i.source = $1 AND p.media_type LIKE '%post+json'", source.Slug));
    }

    [DatabaseFact]
    public async Task Logs_why_a_run_failed_and_puts_it_off()
    {
        Installed("echo 'ERROR: Unable to download API page: HTTP Error 429: Too Many Requests' >&2; exit 1");
        var source = Source();

        var crawl = await silo.Grains.CrawlAsync(source);

        Assert.Equal(1, crawl.Reasons["rate-limited"]);
        Assert.Contains("429", crawl.Problem, StringComparison.Ordinal);
        Assert.Equal(1, crawl.Waiting);
    }

    [DatabaseFact]
    public async Task Says_that_yt_dlp_is_missing()
    {
        silo.Silo.Get<IOptions<YtDlpOptions>>().Value.Executable = "/nowhere/yt-dlp";

        var crawl = await silo.Grains.CrawlAsync(Source());

        Assert.Equal((0, 1), (crawl.Fetched, crawl.Skipped));
        Assert.Contains("/nowhere/yt-dlp", crawl.Problem, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        if (program is not null)
        {
            program.Dispose();
        }
    }

    /// <summary>A site of the operator's own stands in for YouTube, a script for yt-dlp.</summary>
    private SourceDefinition Source() => Hosting.Sources.Of(SourceKind.YouTube, new Uri($"{site}/@harbour")) with { Access = AccessMode.YtDlp };

    private void Installed(string script) =>
        silo.Silo.Get<IOptions<YtDlpOptions>>().Value.Executable = (program = new FakeYtDlp(script)).Program;
}
