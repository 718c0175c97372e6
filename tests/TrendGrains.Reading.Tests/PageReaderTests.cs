using System.Text;
using Microsoft.Extensions.DependencyInjection;

namespace TrendGrains.Reading.Tests;

public sealed class PageReaderTests
{
    [Theory]
    [InlineData("image/png", "media-type")]
    [InlineData("application/msword", "media-type")]
    public void Says_which_media_type_it_does_not_read(string mediaType, string code)
    {
        var page = new PageReader().Read(new RawPage("https://a.example/x", mediaType, null, "x"u8.ToArray(), null));
        Assert.Equal(code, page.Problem?.Code);
        Assert.True(page.Problem!.IsUnreadable);
        Assert.Contains(mediaType, page.Problem.Sentence, StringComparison.Ordinal);
        Assert.Contains("https://a.example/x", page.Problem.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_a_body_over_ten_million_bytes() =>
        Assert.Equal("too-large", new PageReader().Read(new RawPage(null, "text/html", null, new byte[PageReader.MaxBodyBytes + 1], null)).Problem?.Code);

    [Fact]
    public void Says_that_an_empty_body_is_empty() =>
        Assert.Equal("empty", new PageReader().Read(new RawPage(null, "text/html", null, default, null)).Problem?.Code);

    [Fact]
    public void Tells_a_picture_served_as_html()
    {
        var noise = new byte[5000];
        new Random(7).NextBytes(noise);
        Assert.Equal("not-text", new PageReader().Read(new RawPage(null, "text/html", null, noise, null)).Problem?.Code);
    }

    [Fact]
    public void Reads_plain_text_by_paragraphs()
    {
        var body = Encoding.UTF8.GetBytes("A headline\r\n\r\nThe first paragraph\r\nruns over two lines.\r\n\r\nThe second one.");
        var page = new PageReader().Read(new RawPage(null, "text/plain", null, body, null));
        Assert.Equal("A headline\n\nThe first paragraph runs over two lines.\n\nThe second one.", page.Text);
        Assert.Equal("A headline", page.Title);
        Assert.Null(page.Problem);
    }

    [Fact]
    public void The_room_offers_its_reader()
    {
        using var services = new ServiceCollection().AddReading().BuildServiceProvider();
        Assert.NotNull(services.GetService<PageReader>());
    }

    [Fact]
    public void Robots_meta_is_heard()
    {
        var page = TestPages.Html("<meta name=robots content='noindex, NOFOLLOW'><p>x");
        Assert.True(page.NoIndex);
        Assert.True(page.NoFollow);
        Assert.False(TestPages.Html("<meta name=robots content='max-image-preview:large'><p>x").NoIndex);
    }
}
