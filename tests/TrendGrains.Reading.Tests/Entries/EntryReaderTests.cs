using System.Text.Json;
using TrendGrains.Abstractions.Items;

namespace TrendGrains.Reading.Tests.Entries;

public sealed class EntryReaderTests
{
    private static ReadPage Read(FeedEntry entry) =>
        new PageReader().Read(new RawPage("https://feed.example/1", CrawledDocument.EntryMediaType, null, JsonSerializer.SerializeToUtf8Bytes(entry), TestPages.FetchedAt));

    [Fact]
    public void Flattens_the_content_and_believes_the_entry_s_own_fields()
    {
        var page = Read(new FeedEntry
        {
            Url = "https://news.example/story",
            Title = "Fish &amp; chips <b>again</b>",
            Author = " Jane  Roe ",
            Published = TestPages.FetchedAt,
            Summary = "Short.",
            Content = "<p>The first paragraph of the story is about fish.</p><p>The second is about chips. <a href='/more' rel='nofollow'>More</a></p><img src='/fish.jpg' alt='A fish'>",
            Media = [new FeedMedia("https://news.example/clip.mp4", "video/mp4", null)],
            Tags = ["food", "Food", " sea "],
        });
        Assert.Null(page.Problem);
        Assert.Equal("Fish & chips again", page.Title);
        Assert.Equal("Jane Roe", page.Byline);
        Assert.Equal(TestPages.FetchedAt, page.Published);
        Assert.Equal("The first paragraph of the story is about fish.\n\nThe second is about chips. More", page.Text);
        Assert.Equal("en", page.Language);
        Assert.Equal("https://news.example/story", page.CanonicalUrl);
        Assert.Equal([new PageLink("https://news.example/more", "More", true) { TagPath = "p a", Around = "The second is about chips." }], page.Links);
        Assert.Equal([new PageMedia("https://news.example/clip.mp4", "video", null), new PageMedia("https://news.example/fish.jpg", "image", "A fish")], page.Media);
        Assert.Equal(["food", "sea"], page.Tags);
        Assert.Equal("entry", page.Origins["title"]);
    }

    [Fact]
    public void Takes_the_longer_of_summary_and_content() =>
        Assert.Equal("This summary says more than the content does.", Read(new FeedEntry { Summary = "This summary says more than the content does.", Content = "<p>More…</p>" }).Text);

    [Fact]
    public void A_title_alone_still_has_a_language() => Assert.Equal("ko", Read(new FeedEntry { Title = "한국은행, 기준금리 동결", Language = "en" }).Language);

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[1,2]")]
    public void What_is_no_entry_is_said_to_be_none(string json)
    {
        var page = new PageReader().Read(new RawPage("https://feed.example/1", CrawledDocument.EntryMediaType, null, System.Text.Encoding.UTF8.GetBytes(json), null));
        Assert.Equal("entry", page.Problem?.Code);
    }

    [Theory]
    [InlineData("""{"tags":null,"media":null}""")]
    [InlineData("""{"tags":[null,"a"],"media":[{"url":null}],"content":"<p>x"}""")]
    public void Nulls_inside_an_entry_do_no_harm(string json) =>
        Assert.Null(new PageReader().Read(new RawPage(null, CrawledDocument.EntryMediaType, null, System.Text.Encoding.UTF8.GetBytes(json), null)).Problem);
}
