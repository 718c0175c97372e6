using TrendGrains.Press.World.Language;

namespace TrendGrains.Press.World.Entities;

/// <summary>A name in both languages.</summary>
internal sealed record Name(string Korean, string English)
{
    public string In(Tongue tongue) => tongue == Tongue.Korean ? Korean : English;

    /// <summary>Reads <c>English|Korean</c>.</summary>
    public static Name Parse(string pair)
    {
        var sides = pair.Split('|');
        return sides.Length == 2
            ? new Name(sides[1].Trim(), sides[0].Trim())
            : throw new FormatException($"Not English|Korean: {pair}");
    }
}
