using System.Net;
using System.Text;
using System.Text.Json;
using TrendGrains.Press.Sites;
using TrendGrains.Press.World;

namespace TrendGrains.Press.Tests.Serving;

public sealed class NewsSiteTests(RunningPress press) : IClassFixture<RunningPress>
{
    [Fact]
    public async Task An_article_does_not_exist_before_its_time()
    {
        var url = press.Host.UrlOf(SmallWorld.Flood).AbsoluteUri;

        press.GoTo(59);
        Assert.Equal(HttpStatusCode.NotFound, await press.StatusAsync(url));
        Assert.DoesNotContain("River Wey", await press.TextAsync(press.At("herald", "/")));
        Assert.DoesNotContain("River Wey", await press.TextAsync(press.At("herald", "/rss.xml")));
        Assert.Equal(HttpStatusCode.NotFound, await press.StatusAsync(press.At("herald", "/img/f00d0001.png")));

        press.GoTo(60);
        Assert.Contains("<h1>River Wey rises over the banks at Dunmore</h1>", await press.TextAsync(url));
        Assert.Contains("River Wey rises", await press.TextAsync(press.At("herald", "/")));
        Assert.Contains("River Wey rises", await press.TextAsync(press.At("herald", "/rss.xml")));
    }

    [Fact]
    public async Task An_edit_appears_at_its_time_under_the_same_url()
    {
        press.GoTo(179);
        var before = await press.TextAsync(SmallWorld.Flood);
        press.GoTo(180);
        var after = await press.TextAsync(SmallWorld.Flood);

        Assert.DoesNotContain("240 homes", before);
        Assert.Contains("River Wey floods 240 homes at Dunmore</h1>", after);
        Assert.Contains("Boats were brought &amp; &quot;used&quot; &lt;all&gt; night.", after);
        Assert.Contains("article:modified_time\" content=\"2026-03-02T03:00:00+00:00\"", after);
    }

    [Fact]
    public async Task Every_url_of_the_truth_shows_its_publication_and_every_alias_leads_there()
    {
        press.GoTo(24 * 60);
        foreach (var item in await press.LinesAsync("/truth/items"))
        {
            var url = item.GetProperty("url").GetString()!;
            Assert.Equal(HttpStatusCode.OK, await press.StatusAsync(url));
            foreach (var alias in item.GetProperty("aliases").EnumerateArray())
            {
                using var response = await press.Client.GetAsync(alias.GetString());
                Assert.True(
                    response.StatusCode == HttpStatusCode.OK || response.Headers.Location?.AbsoluteUri == url,
                    $"{alias}: {response.StatusCode} {response.Headers.Location}");
            }
        }
    }

    [Theory]
    [InlineData("herald", "class=\"body\"", "NewsArticle")]
    [InlineData("onmaru", "id=\"article_body\"", "og:site_name")]
    [InlineData("quarterly", "class=\"hero_x91\"|class=\"txt_5f\"", "OpinionNewsArticle")]
    [InlineData("haru", "itemprop=\"articleBody\"", "cookie-consent")]
    public async Task Each_house_has_a_structure_of_its_own(string outlet, string structure, string mark)
    {
        press.GoTo(24 * 60);
        var html = await press.TextAsync(SmallWorld.World.Publications.Last(p => p.Outlet == outlet && p.Kind != PublicationKind.Advert));

        Assert.Contains(structure.Split('|'), s => html.Contains(s, StringComparison.Ordinal));
        Assert.Contains(mark, html);
        Assert.Contains("<meta name=\"generator\" content=\"TrendGrains Press\">", html);
    }

    [Fact]
    public async Task Adverts_are_marked_as_each_house_marks_them()
    {
        press.GoTo(62);
        var front = await press.TextAsync(press.At("herald", "/"));
        Assert.Contains("rel=\"sponsored nofollow\">The pillow that everybody in Dunmore wants", front);
        Assert.Contains("AdvertiserContentArticle", await press.TextAsync(SmallWorld.Pillow));
        Assert.Contains("[광고]", await press.TextAsync(SmallWorld.KoreanCard));
        Assert.DoesNotContain("sponsored", await press.TextAsync(press.At("onmaru", "/")));
    }

    [Fact]
    public async Task Listings_are_paged_to_the_end()
    {
        press.GoTo(24 * 60);
        var seen = new HashSet<string>();
        string? next = "/culture-life";
        for (var page = 1; next is not null; page++)
        {
            var html = await press.TextAsync(press.At("herald", next));
            seen.UnionWith(SmallWorld.World.Publications.Where(p => html.Contains($"{p.Id}.html\"", StringComparison.Ordinal)).Select(p => p.Id));
            next = html.Contains($"?page={page + 1}\"", StringComparison.Ordinal) ? $"/culture-life?page={page + 1}" : null;
        }

        Assert.Equal(46, SmallWorld.World.Publications.Count(p => p.Outlet == "herald" && p.Section == "culture-life" && seen.Contains(p.Id)));
        Assert.Equal(HttpStatusCode.NotFound, await press.StatusAsync(press.At("herald", "/culture-life?page=9")));
    }

    [Fact]
    public async Task An_unchanged_page_is_not_sent_twice()
    {
        press.GoTo(61);
        var url = press.Host.UrlOf(SmallWorld.Flood).AbsoluteUri;
        using var first = await press.Client.GetAsync(url);
        using var again = new HttpRequestMessage(HttpMethod.Get, url);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var unchanged = await press.Client.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);

        press.GoTo(200);
        using var later = new HttpRequestMessage(HttpMethod.Get, url);
        later.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var edited = await press.Client.SendAsync(later);
        Assert.Equal(HttpStatusCode.OK, edited.StatusCode);
    }

    [Fact]
    public async Task A_house_without_tags_goes_by_its_last_change()
    {
        press.GoTo(61);
        var url = press.Host.UrlOf(SmallWorld.Market).AbsoluteUri;
        using var first = await press.Client.GetAsync(url);
        Assert.Null(first.Headers.ETag);
        Assert.Equal(SmallWorld.Market.Published, first.Content.Headers.LastModified);
        using var again = new HttpRequestMessage(HttpMethod.Get, url);
        again.Headers.IfModifiedSince = first.Content.Headers.LastModified;
        using var unchanged = await press.Client.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
    }

    [Fact]
    public async Task Pages_come_gzipped_to_those_who_can_read_that()
    {
        press.GoTo(61);
        var url = press.Host.UrlOf(SmallWorld.Flood).AbsoluteUri;
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.AcceptEncoding.ParseAdd("gzip");
        using var response = await press.Client.SendAsync(request);

        Assert.Equal("gzip", Assert.Single(response.Content.Headers.ContentEncoding));
        await using var unzipped = new System.IO.Compression.GZipStream(await response.Content.ReadAsStreamAsync(), System.IO.Compression.CompressionMode.Decompress);
        using var reader = new StreamReader(unzipped);
        Assert.Equal(await press.TextAsync(url), await reader.ReadToEndAsync());
    }

    [Fact]
    public async Task The_house_of_another_character_set_writes_it_in_pages_and_feed()
    {
        press.GoTo(24 * 60);
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var korean = Encoding.GetEncoding(949);
        using var page = await press.Client.GetAsync(press.Host.UrlOf(SmallWorld.OldKorean));
        using var feed = await press.Client.GetAsync(press.At("mirnae", "/rss.xml"));

        Assert.Equal("euc-kr", page.Content.Headers.ContentType!.CharSet);
        var html = korean.GetString(await page.Content.ReadAsByteArrayAsync());
        Assert.Contains("<h2>똠방각하 축제, 펲시 없는 여름 &#128512;</h2>", html);
        Assert.Contains("<meta charset=\"euc-kr\">", html);
        Assert.Contains("<title>똠방각하", korean.GetString(await feed.Content.ReadAsByteArrayAsync()));
    }

    [Fact]
    public async Task The_careless_house_sends_broken_markup_with_the_whole_text_in_it()
    {
        press.GoTo(24 * 60);
        var bytes = await press.Client.GetByteArrayAsync(press.Host.UrlOf(SmallWorld.Broken));
        var html = Encoding.UTF8.GetString(bytes);

        Assert.Contains((byte)0xFF, bytes);
        Assert.Contains("Ferry & tug meet in fog", html);
        Assert.DoesNotContain("</html>", html);
        Assert.All(SmallWorld.Broken.Paragraphs, p => Assert.Contains(p, html));
    }

    [Fact]
    public async Task Robots_and_sitemaps_name_what_may_be_read()
    {
        press.GoTo(24 * 60);
        var robots = await press.TextAsync(press.At("mirnae", "/robots.txt"));
        Assert.Contains("Disallow: /search\n", robots);
        Assert.Contains("Crawl-delay: 1\n", robots);
        Assert.Contains($"Sitemap: {press.At("mirnae", "/sitemap.xml")}", robots);

        Assert.Contains("/sitemap-2026-03-02.xml", await press.TextAsync(press.At("herald", "/sitemap.xml")));
        Assert.Contains($"<loc>{press.Host.UrlOf(SmallWorld.Flood)}</loc>", await press.TextAsync(press.At("herald", "/sitemap-2026-03-02.xml")));
        var news = await press.TextAsync(press.At("herald", "/sitemap-news.xml"));
        Assert.Contains("River Wey floods", news);
        Assert.DoesNotContain("pillow", news);
    }

    [Fact]
    public async Task Each_feed_format_is_there()
    {
        press.GoTo(24 * 60);
        Assert.Contains("<content:encoded>&lt;p&gt;&lt;img", await press.TextAsync(press.At("herald", "/rss.xml")));
        var summaries = await press.TextAsync(press.At("onmaru", "/rss.xml"));
        Assert.DoesNotContain("content:encoded>", summaries);
        Assert.Contains("<pubDate>Mon, 02 Mar 2026 09:45:00 +0900</pubDate>", summaries);
        Assert.Contains("<content type=\"html\">", await press.TextAsync(press.At("quarterly", "/feed/atom.xml")));
        var json = await press.JsonAsync(press.At("haru", "/feed.json"));
        Assert.Equal("https://jsonfeed.org/version/1.1", json.GetProperty("version").GetString());
        Assert.Equal(SmallWorld.Loud.Title, json.GetProperty("items")[0].GetProperty("title").GetString());
    }

    [Fact]
    public async Task Links_of_one_feed_say_where_the_reader_came_from()
    {
        press.GoTo(24 * 60);
        Assert.Contains("/view/ec000001?utm_source=rss&amp;utm_medium=feed", await press.TextAsync(press.At("mirnae", "/rss.xml")));
    }

    [Fact]
    public async Task Everything_says_that_it_is_synthetic()
    {
        press.GoTo(24 * 60);
        string[] urls = [press.At("herald", "/"), press.At("herald", "/none"), press.At("herald", "/robots.txt"), press.At("worldfeed", "/r/worldfeed/new.json"), press.At("clipline", "/"), new Uri(press.Host.SideDoor, "/clock").AbsoluteUri];
        foreach (var url in urls)
        {
            using var response = await press.Client.GetAsync(url);
            Assert.Equal("TrendGrains Press", Assert.Single(response.Headers.GetValues("X-Synthetic")));
        }
    }

    [Fact]
    public async Task The_same_world_time_and_url_give_the_same_bytes_in_another_process()
    {
        press.GoTo(200);
        await using var other = await Hosting.PressHost.StartAsync(SmallWorld.World, new Hosting.PressOptions { Frozen = true }, press.Time, CancellationToken.None);
        other.Clock.Change(new(Now: SmallWorld.At(200)));
        var here = await press.TextAsync(SmallWorld.Flood);
        var there = await press.TextAsync(other.UrlOf(SmallWorld.Flood).AbsoluteUri);

        Assert.Equal(here, there.Replace(other.AddressOf("herald").Authority, press.Host.AddressOf("herald").Authority, StringComparison.Ordinal));
    }

    [Fact]
    public void Edition_leads_are_short() =>
        Assert.Equal("word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word…",
            Edition.At(SmallWorld.Flood with { Paragraphs = [string.Join(' ', Enumerable.Repeat("word", 60))] }, SmallWorld.Start).Lead);
}
