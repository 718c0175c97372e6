using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace TrendGrains.Press.Tests.Serving;

public sealed partial class ChannelSiteTests(RunningPress press) : IClassFixture<RunningPress>
{
    private static readonly XNamespace media = "http://search.yahoo.com/mrss/";
    private static readonly XNamespace atom = "http://www.w3.org/2005/Atom";

    private string Feed => press.Host.Note.Outlets.Single(o => o.Slug == "clipline").Source.Url;

    [Fact]
    public async Task The_feed_names_clip_thumbnail_and_views()
    {
        press.GoTo(24 * 60);
        var entry = XDocument.Parse(await press.TextAsync(Feed)).Descendants(atom + "entry").Single();

        Assert.Equal("Dunmore from above", entry.Element(atom + "title")!.Value);
        Assert.Equal(press.Host.UrlOf(SmallWorld.Clip).AbsoluteUri, (string)entry.Element(atom + "link")!.Attribute("href")!);
        Assert.Equal("The Wey at noon.\n\nSubscribe.", entry.Descendants(media + "description").Single().Value);
        foreach (var name in new[] { "content", "thumbnail" })
        {
            Assert.Equal(HttpStatusCode.OK, await press.StatusAsync((string)entry.Descendants(media + name).Single().Attribute("url")!));
        }
    }

    [Fact]
    public async Task Views_grow_with_the_clock()
    {
        press.GoTo(95);
        Assert.Equal(0, await ViewsAsync());
        press.GoTo(24 * 60);
        Assert.InRange(await ViewsAsync(), 4_500, 5_000);
    }

    [Fact]
    public async Task A_clip_of_the_future_is_not_there()
    {
        press.GoTo(94);
        Assert.Equal(HttpStatusCode.NotFound, await press.StatusAsync(press.Host.UrlOf(SmallWorld.Clip).AbsoluteUri));
        Assert.DoesNotContain("Dunmore", await press.TextAsync(Feed));
    }

    private async Task<int> ViewsAsync() => int.Parse(Views().Match(await press.TextAsync(Feed)).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex("statistics views=\"(\\d+)\"")]
    private static partial Regex Views();
}
