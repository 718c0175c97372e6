using System.Text;
using TrendGrains.Press.World.Grammar;
using TrendGrains.Press.World.Language;

namespace TrendGrains.Press.World.Entities;

/// <param name="Suffix">Korean rank, e.g. 시; empty abroad.</param>
/// <param name="Region">Province at home, country abroad.</param>
/// <param name="Epithet">What it is known as, e.g. port city.</param>
internal sealed class Place(Name name, string suffix, Name region, Name epithet, bool home) : Slot
{
    public Name Name => name;

    public bool Home => home;

    public override void Write(StringBuilder into, Telling telling, string form)
    {
        switch (form)
        {
            case "region":
                into.Append(region.In(telling.Tongue));
                break;
            case "name":
                into.Append(name.In(telling.Tongue));
                break;
            default:
                into.Append(telling.Tongue == Tongue.Korean ? Korean(telling) : English(telling));
                break;
        }
    }

    private string Korean(Telling telling)
    {
        var city = name.Korean + suffix;
        if (telling.InHeadline)
        {
            return telling.Chance.Below(10) switch { < 5 => name.Korean, < 8 => city, 8 => region.Korean, _ => epithet.Korean };
        }
        if (telling.Introduces(this))
        {
            return telling.Chance.Below(3) switch { 0 => $"{region.Korean} {city}", 1 => $"{epithet.Korean} {city}", _ => city };
        }
        return telling.Chance.Percent(telling.Style.Roundabout)
            ? telling.Chance.Of<string>(["이 도시", "이 지역", "현지"])
            : telling.Chance.Percent(50) ? city : name.Korean;
    }

    private string English(Telling telling)
    {
        if (telling.InHeadline)
        {
            return telling.Chance.Below(10) switch { < 8 => name.English, 8 => region.English, _ => epithet.English };
        }
        if (telling.Introduces(this))
        {
            return telling.Chance.Below(3) switch { 0 => $"the {epithet.English} of {name.English}", 1 => $"{name.English} in {region.English}", _ => name.English };
        }
        return telling.Chance.Percent(telling.Style.Roundabout)
            ? telling.Chance.Of<string>(["the city", "the area", $"the {epithet.English}"])
            : name.English;
    }
}
