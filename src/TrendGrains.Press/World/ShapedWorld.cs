using TrendGrains.Press.World.Newsroom;

namespace TrendGrains.Press.World;

public static class ShapedWorld
{
    /// <summary>The same world with more outlets after its own: what the others publish stays as it was, byte for byte.</summary>
    public static PressWorld With(this PressWorld world, SiteShapes shapes)
    {
        var outlets = world.Outlets.ToList();
        var publications = world.Publications.ToList();
        if (shapes.HasFlag(SiteShapes.Archive))
        {
            outlets.Add(BackIssueDesk.Outlet);
            publications.AddRange(BackIssueDesk.Write(world));
        }

        if (shapes.HasFlag(SiteShapes.Portal))
        {
            outlets.Add(PortalDesk.Outlet);
            publications.AddRange(PortalDesk.Write(world));
        }

        return shapes == SiteShapes.None
            ? world
            : world with { Outlets = [.. outlets], Publications = [.. publications.OrderBy(p => p.Published).ThenBy(p => p.Id, StringComparer.Ordinal)] };
    }
}
