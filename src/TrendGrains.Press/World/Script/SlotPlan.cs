using TrendGrains.Press.World.Chances;
using TrendGrains.Press.World.Entities;

namespace TrendGrains.Press.World.Script;

/// <summary>What a kind asks for: a town, a person with a role, a number that grows. One line of its file.</summary>
/// <param name="Name">The slot's name in templates.</param>
/// <param name="Sort">town, team, rival, person, firm, stem, brand, pick, count, money or tenths.</param>
/// <param name="Rest">What the sort needs to know.</param>
internal sealed record SlotPlan(string Name, string Sort, string Rest)
{
    private readonly Name[] choices = Sort is "pick" ? [.. Rest.Split(';').Select(Entities.Name.Parse)] : [];
    private readonly (int From, int To)[] ranges = Sort is "count" or "money" or "tenths" ? Ranges(Rest) : [];

    public Slot Cast(Chance chance, Gazetteer map, Place place) => Sort switch
    {
        "town" => map.Any(chance),
        "team" => Names.Team(chance, place),
        "rival" => Names.Team(chance, map.Any(chance)),
        "person" => Names.Person(chance, place.Home, Entities.Name.Parse(Rest)),
        "firm" => Firm(chance),
        "stem" => new Thing(Stem(chance)),
        "brand" => new Thing(Names.Brand(chance)),
        "pick" => new Thing(chance.Of(choices)),
        "count" => new Quantity(Unit.Count, Values(chance)),
        "money" => new Quantity(Unit.Money, Values(chance)),
        "tenths" => new Quantity(Unit.Tenths, Values(chance)),
        _ => throw new FormatException($"Nobody knows how to cast a {Sort}."),
    };

    /// <summary>Trade English|Korean|the generic|generic Korean.</summary>
    private Firm Firm(Chance chance)
    {
        var parts = Rest.Split('|');
        return Names.Firm(chance, new Name(parts[1].Trim(), parts[0].Trim()), new Name(parts[3].Trim(), parts[2].Trim()));
    }

    private Name Stem(Chance chance)
    {
        var (brand, ending) = (Names.Brand(chance), Entities.Name.Parse(Rest));
        return new Name(brand.Korean + ending.Korean, $"{brand.English} {ending.English}");
    }

    /// <summary>A round number more often than not when it is large: that is how officials count.</summary>
    private int[] Values(Chance chance) => [.. ranges.Select(r => Rounded(chance.Between(r.From, r.To), chance))];

    private int Rounded(int value, Chance chance) => Sort switch
    {
        "money" when value >= 10_000 => value / 500 * 500,
        "money" when value >= 1_000 => value / 50 * 50,
        "money" when value >= 100 => value / 10 * 10,
        "count" when value >= 1_000 && chance.Percent(70) => value / 100 * 100,
        _ => value,
    };

    private static (int From, int To)[] Ranges(string text) =>
    [
        .. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(r => r.Split('-')).Select(r => (int.Parse(r[0]), int.Parse(r[^1]))),
    ];
}
