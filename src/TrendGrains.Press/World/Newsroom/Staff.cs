using TrendGrains.Press.World.Chances;
using TrendGrains.Press.World.Entities;
using TrendGrains.Press.World.Language;

namespace TrendGrains.Press.World.Newsroom;

/// <summary>Who writes for a house: a dozen names each, the same in every world.</summary>
internal static class Staff
{
    private const ulong Part = 9;
    private const int Size = 12;

    private static readonly Dictionary<string, string[]> reporters = Houses.News.Select((h, i) => (h, i))
        .ToDictionary(h => h.h.Outlet.Slug, h => Enumerable.Range(0, Size)
            .Select(n => Names.Anybody(Chance.For((ulong)h.i, Part, (ulong)n), h.h.Tongue == Tongue.Korean).In(h.h.Tongue)).ToArray());

    public static string Byline(House house, Chance chance) =>
        chance.Of(reporters[house.Outlet.Slug]) + (house.Tongue == Tongue.Korean ? " 기자" : "");
}
