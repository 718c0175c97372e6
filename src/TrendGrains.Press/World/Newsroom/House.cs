using TrendGrains.Press.World.Language;

namespace TrendGrains.Press.World.Newsroom;

/// <summary>An outlet and how it writes.</summary>
internal sealed record House(Outlet Outlet, HouseStyle Style)
{
    public Tongue Tongue => Style.Tongue;

    /// <summary>Sections beside the news: topics that a board or channel keeps to; empty for all.</summary>
    public string[] Topics { get; init; } = [];
}
