using TrendGrains.Abstractions.Sources;
using TrendGrains.Crawling.Sites.YouTube;

namespace TrendGrains.Crawling.Tests.Sites.YouTube;

public sealed class YouTubeAddressTests
{
    private const string Channel = "UCsXVk37bltHxD1rDPwtNM8Q";

    private static readonly SourceDefinition source = new() { Slug = "y", Kind = SourceKind.YouTube, Url = "", Access = AccessMode.Feed };

    [Theory]
    [InlineData($"https://www.youtube.com/channel/{Channel}/videos", $"https://www.youtube.com/channel/{Channel}")]
    [InlineData($"https://m.youtube.com/channel/{Channel}", $"https://www.youtube.com/channel/{Channel}")]
    [InlineData($"https://www.youtube.com/feeds/videos.xml?channel_id={Channel}", $"https://www.youtube.com/channel/{Channel}")]
    [InlineData("https://www.youtube.com/playlist?list=PLRqwX-V7Uu6Z&si=x", "https://www.youtube.com/playlist?list=PLRqwX-V7Uu6Z")]
    [InlineData("https://www.youtube.com/@kurz%C3%A9/shorts", "https://www.youtube.com/@kurzé")]
    [InlineData("https://www.youtube.com/user/Kurzgesagt", "https://www.youtube.com/user/Kurzgesagt")]
    [InlineData("https://www.youtube.com/results?search_query=%ED%95%9C%EA%B5%AD+%EA%B2%BD%EC%A0%9C&gl=KR", "https://www.youtube.com/results?search_query=%ED%95%9C%EA%B5%AD%20%EA%B2%BD%EC%A0%9C&gl=KR")]
    [InlineData("https://www.youtube.com/watch?v=zg40FHOAqC0", null)]
    [InlineData("https://www.youtube.com/", null)]
    public void Reads_every_form_that_people_copy(string url, string? stored) =>
        Assert.Equal(stored, YouTubeAddress.TryParse(url, out var address) ? address.Url : null);

    [Theory]
    [InlineData(Channel, YouTubePlace.Channel)]
    [InlineData("PLrAXtmErZgOeiKm4sgNOknGvNjby9efdf", YouTubePlace.Playlist)]
    [InlineData("@한국방송", YouTubePlace.Handle)]
    [InlineData("한국 경제", YouTubePlace.Search)]
    [InlineData("UC nothing", YouTubePlace.Search)]
    public void Tells_an_id_from_words(string words, YouTubePlace place) => Assert.Equal(place, YouTubeAddress.OfWords(words, null, null).Place);

    [Theory]
    [InlineData("https://www.youtube.com/@someone", "only --access api or ytdlp can look up")]
    [InlineData("https://www.youtube.com/results?search_query=a", "a search has no feed")]
    [InlineData("https://www.youtube.com/watch?v=zg40FHOAqC0", "names no channel, playlist or search")]
    public void Says_what_a_feed_cannot_be_of(string url, string said) =>
        Assert.Contains(said, new YouTubeFeedAdapter().Refuse(source with { Url = url }), StringComparison.Ordinal);

    [Theory]
    [InlineData($"https://www.youtube.com/channel/{Channel}", $"https://www.youtube.com/feeds/videos.xml?channel_id={Channel}")]
    [InlineData("https://www.youtube.com/playlist?list=PL1", "https://www.youtube.com/feeds/videos.xml?playlist_id=PL1")]
    [InlineData("https://www.youtube.com/user/Kurzgesagt", "https://www.youtube.com/feeds/videos.xml?user=Kurzgesagt")]
    public void Asks_for_the_feed(string url, string asked) => Assert.Equal(asked, new YouTubeFeedAdapter().FirstPage(source with { Url = url }));
}
