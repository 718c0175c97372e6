namespace TrendGrains.Reading.Tests.Media;

public sealed class MediaReaderTests
{
    [Theory]
    [InlineData("<img src='/a.jpg'>", "https://news.example/a.jpg")]
    [InlineData("<img src='data:image/gif;base64,R0' data-src='/b.jpg'>", "https://news.example/b.jpg")]
    [InlineData("<img src='/s.jpg' width=320 srcset='/s.jpg 320w, /l.jpg 1280w, /m.jpg 640w'>", "https://news.example/l.jpg")]
    [InlineData("<picture><source srcset='/p.webp 1x, /p2.webp 2x'><img alt=x></picture>", "https://news.example/p2.webp")]
    [InlineData("<video><source src='/film.mp4'></video>", "https://news.example/film.mp4")]
    public void Takes_the_largest_address_of_a_picture_that_is_loaded_late_or_in_sizes(string markup, string url) =>
        Assert.Equal(url, Assert.Single(TestPages.Article(markup).Media).Url);

    [Theory]
    [InlineData("<img src='/images/site-logo.png'>")]
    [InlineData("<img src='/spacer.gif'>")]
    [InlineData("<img src='/a.jpg' width=1 height=1>")]
    [InlineData("<img src='https://www.facebook.com/tr?id=1'>")]
    [InlineData("<iframe src='https://ads.example/slot'></iframe>")]
    [InlineData("<iframe src='https://platform.twitter.com/embed/Tweet.html?dnt=true&amp;id=1234567890123456789'></iframe>")]
    [InlineData("<iframe src='https://www.instagram.com/p/Cx1y2z3AbCd/embed'></iframe>")]
    public void Leaves_logos_counters_and_unknown_frames_out(string markup) => Assert.Empty(TestPages.Article(markup).Media);

    [Theory]
    [InlineData("https://www.youtube.com/embed/dQw4w9WgXcQ?rel=0", "https://www.youtube.com/watch?v=dQw4w9WgXcQ", "video")]
    [InlineData("//www.youtube-nocookie.com/embed/dQw4w9WgXcQ", "https://www.youtube.com/watch?v=dQw4w9WgXcQ", "video")]
    [InlineData("https://player.vimeo.com/video/76979871?h=1", "https://vimeo.com/76979871", "video")]
    [InlineData("https://tv.naver.com/embed/12345678?autoPlay=true", "https://tv.naver.com/v/12345678", "video")]
    [InlineData("https://play-tv.kakao.com/embed/player/cliplink/412345678", "https://tv.kakao.com/v/412345678", "video")]
    [InlineData("https://twitter.com/i/videos/1234567890123456789?embed_source=clientlib", "https://x.com/i/status/1234567890123456789", "video")]
    [InlineData("https://www.instagram.com/reel/Cx1y2z3AbCd/embed", "https://www.instagram.com/reel/Cx1y2z3AbCd/", "video")]
    [InlineData("https://www.facebook.com/plugins/video.php?href=https%3A%2F%2Fwww.facebook.com%2Fx%2Fvideos%2F1%2F&show_text=0", "https://www.facebook.com/x/videos/1/", "video")]
    [InlineData("https://open.spotify.com/embed/episode/4rOoJ6Egrf8K2IrywzwOMk", "https://open.spotify.com/episode/4rOoJ6Egrf8K2IrywzwOMk", "audio")]
    public void Names_an_embedded_film_by_its_own_address(string frame, string url, string kind)
    {
        var media = Assert.Single(TestPages.Article($"<div><iframe src=\"{frame.Replace("&", "&amp;", StringComparison.Ordinal)}\" width=560 height=315></iframe></div>").Media);
        Assert.Equal((url, kind, 560, 315), (media.Url, media.Kind, media.Width, media.Height));
    }

    [Fact]
    public void A_caption_is_the_figure_s_or_the_only_words_of_the_picture_s_box()
    {
        Assert.Equal("The bridge in May", TestPages.Article("<figure><img src=/a.jpg alt=x><figcaption>The bridge in <b>May</b></figcaption></figure>").Media[0].Caption);
        Assert.Equal("▲ 자료 사진", TestPages.Article("<div class=photo><img src=/a.jpg alt=x><p>▲ 자료 사진</p></div>").Media[0].Caption);
        Assert.Equal("a bridge", TestPages.Article("<p><img src=/a.jpg alt='a bridge'></p>").Media[0].Caption);
    }

    [Fact]
    public void The_picture_that_the_head_names_leads_and_gets_its_caption_from_the_text()
    {
        var page = TestPages.Html($"<meta property=og:image content=/b.jpg><title>T</title><article><p>{TestPages.Prose}</p><img src=/a.jpg><figure><img src=/b.jpg width=800><figcaption>B</figcaption></figure><p>{TestPages.Prose}</p></article>");
        Assert.Equal(["https://news.example/b.jpg", "https://news.example/a.jpg"], page.Media.Select(m => m.Url));
        Assert.Equal(("B", 800), (page.Media[0].Caption, page.Media[0].Width));
        Assert.Equal("og", page.Origins["leadImage"]);
    }

    [Fact]
    public void A_logo_does_not_lead()
    {
        var page = TestPages.Html($"<meta property=og:image content=/img/default_og.png><title>T</title><article><p>{TestPages.Prose}</p><img src=/a.jpg><p>{TestPages.Prose}</p></article>");
        Assert.Equal("https://news.example/a.jpg", page.Media[0].Url);
        Assert.Equal("dom", page.Origins["leadImage"]);
    }
}
