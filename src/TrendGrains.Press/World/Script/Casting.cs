using TrendGrains.Press.World.Chances;
using TrendGrains.Press.World.Entities;

namespace TrendGrains.Press.World.Script;

/// <summary>Gives a kind its names and numbers.</summary>
internal static class Casting
{
    private static readonly Name[] experts = [new("교수", "Professor"), new("연구위원", "research fellow"), new("소장", "institute director")];

    /// <summary>Every kind has a place, a day, somebody who knows and somebody who was there; the rest is its own.</summary>
    /// <param name="elsewhere">A place where it must not happen: that of another story of the kind.</param>
    public static Cast Of(StoryKind kind, Gazetteer map, Chance chance, Place? elsewhere = null)
    {
        var place = map.Any(chance);
        while (place == elsewhere)
        {
            place = map.Any(chance);
        }
        Dictionary<string, Slot> slots = new()
        {
            ["place"] = place,
            ["day"] = Weekday.Day,
            ["expert"] = Names.Person(chance, place.Home, chance.Of(experts)),
            ["witness"] = new Thing(Names.Anybody(chance, place.Home)),
        };
        foreach (var plan in kind.Slots)
        {
            slots[plan.Name] = plan.Cast(chance, map, place);
        }
        return new Cast(slots);
    }
}
