using TrendGrains.Abstractions.Items;

namespace TrendGrains.Crawling.Tests.Feeds;

public sealed class FeedEngagementTests
{
    [Fact]
    public void Reads_views_and_likes_of_media_rss() => Assert.Equal(
        new Engagement { Views = 1086938, Likes = 58314 },
        Feed.AtomEntry("""<media:group xmlns:media="http://search.yahoo.com/mrss/"><media:community><media:starRating count="58314" average="5.00"/><media:statistics views="1086938"/></media:community></media:group>""").Engagement);

    [Theory]
    [InlineData("<slash:comments xmlns:slash=\"http://purl.org/rss/1.0/modules/slash/\"> 12 </slash:comments>", 12L)]
    [InlineData("<thr:total xmlns:thr=\"http://purl.org/syndication/thread/1.0\">3</thr:total>", 3L)]
    [InlineData("<slash:comments xmlns:slash=\"http://purl.org/rss/1.0/modules/slash/\">many</slash:comments>", null)]
    [InlineData("<comments>https://h.example/1#comments</comments>", null)]
    public void Reads_numbers_of_comments(string inner, long? comments) => Assert.Equal(comments, Feed.RssItem(inner).Engagement?.Comments);
}
