using System.Globalization;
using System.Text;
using TrendGrains.Press.World.Grammar;
using TrendGrains.Press.World.Language;
using TrendGrains.Press.World.Language.English;
using TrendGrains.Press.World.Language.Korean;

namespace TrendGrains.Press.World.Entities;

internal enum Unit
{
    /// <summary>People, houses, votes.</summary>
    Count,

    /// <summary>Hundred millions of won.</summary>
    Money,

    /// <summary>Tenths: a percentage, a magnitude; the template writes the sign.</summary>
    Tenths,
}

/// <summary>A number that changes as the story goes on; <c>was</c> asks for the one before, <c>exact</c> for digits that nobody rounds.</summary>
/// <param name="values">One a phase.</param>
internal sealed class Quantity(Unit unit, int[] values) : Slot
{
    public override void Write(StringBuilder into, Telling telling, string form)
    {
        var value = values[Math.Clamp(form == "was" ? telling.Phase - 1 : telling.Phase, 0, values.Length - 1)];
        into.Append(unit switch
        {
            Unit.Tenths => string.Create(CultureInfo.InvariantCulture, $"{value / 10}.{value % 10}"),
            Unit.Money => telling.Tongue == Tongue.Korean
                ? KoreanNumbers.Money(value, telling.Style.KoreanNumbers)
                : EnglishNumbers.Money(value, telling.Style.EnglishNumbers),
            _ when form == "exact" => value.ToString("N0", CultureInfo.InvariantCulture),
            _ => Count(value, telling),
        });
    }

    private static string Count(int value, Telling telling)
    {
        var unit = value >= 1_000 ? 100 : 10;
        var rounds = value >= 60 && value % unit != 0 && telling.Chance.Percent(telling.Style.Rounding);
        var told = rounds ? value / unit * unit : value;
        return telling.Tongue == Tongue.Korean
            ? KoreanNumbers.Count(told, telling.Style.KoreanNumbers) + (rounds ? "여" : "")
            : (rounds ? telling.InHeadline ? "over " : telling.Chance.Of<string>(["more than ", "some ", "over "]) : "")
                + EnglishNumbers.Count(told, telling.Style.EnglishNumbers);
    }
}
