using TrendGrains.Press.Channel;
using TrendGrains.Press.Forum;
using TrendGrains.Press.Pictures;
using TrendGrains.Press.World;

namespace TrendGrains.Press.Sites;

/// <summary>Sets up a site for each outlet of a world, once it is known where each listens.</summary>
internal static class Stage
{
    public static AddressBook Build(PressWorld world, IReadOnlyDictionary<string, string> roots)
    {
        var book = new AddressBook(world, roots);
        var pictures = new PictureDesk();
        var byOutlet = world.Publications.ToLookup(p => p.Outlet);
        var newsOutlets = 0;
        foreach (var outlet in world.Outlets)
        {
            ISite site = outlet.Kind switch
            {
                OutletKind.Forum => new ForumSite(outlet, byOutlet[outlet.Slug], book),
                OutletKind.Channel => new ChannelSite(outlet, roots[outlet.Slug], byOutlet[outlet.Slug], pictures),
                OutletKind.Archive => new ArchiveSite(outlet, roots[outlet.Slug], byOutlet[outlet.Slug]),
                OutletKind.Portal => new PortalSite(outlet, roots[outlet.Slug], byOutlet[outlet.Slug]),
                _ => new NewsSite(outlet, SiteStyle.For(outlet, newsOutlets++), roots[outlet.Slug], byOutlet[outlet.Slug], pictures),
            };
            book.Add(outlet.Slug, site);
        }

        return book;
    }
}
