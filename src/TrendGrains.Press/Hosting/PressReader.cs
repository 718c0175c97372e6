using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using TrendGrains.Press.Sites;
using TrendGrains.Press.World;

namespace TrendGrains.Press.Hosting;

/// <summary>A press in process, without a listener and without faults: what a page says at a moment, and what it is. Each outlet is at <c>http://SLUG.press.test</c>.</summary>
public sealed class PressReader(PressWorld world)
{
    private readonly AddressBook book = Stage.Build(world, world.Outlets.ToDictionary(o => o.Slug, o => $"http://{o.Slug}.press.test"));

    public PressWorld World => world;

    public Uri AddressOf(string outlet) => new(book.RootOf(outlet) + "/");

    public Uri UrlOf(Publication publication) => new(book.UrlOf(publication));

    /// <summary>Pages of an outlet that belong to no publication, as at the world's end.</summary>
    public IEnumerable<(Uri Url, string Kind)> StandingPages(string outlet) =>
        book.Sites[outlet].StandingPages().Select(p => (new Uri(book.RootOf(outlet) + p.Path), p.Kind));

    /// <exception cref="KeyNotFoundException">It is no outlet's address.</exception>
    public PressPage Read(Uri url, DateTimeOffset now) => Read(book.Sites[url.Host[..^".press.test".Length]], url, now);

    internal static PressPage Read(ISite site, Uri url, DateTimeOffset now)
    {
        var query = new QueryCollection(QueryHelpers.ParseQuery(url.Query));
        var answer = site.Respond(new SiteRequest("GET", Uri.UnescapeDataString(url.AbsolutePath), query, now, ""));
        return new(answer.Status, answer.ContentType, answer.Body, answer.LastModified, answer.Location, answer.Page, answer.Publication);
    }
}
