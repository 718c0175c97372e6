using System.Globalization;

namespace TrendGrains.Press.World.Language.Korean;

internal enum KoreanNumberStyle
{
    /// <summary>1,200</summary>
    Comma,

    /// <summary>1천200</summary>
    Thousands,

    /// <summary>1200</summary>
    Plain,
}

/// <summary>Numbers as Korean newspapers spell them: groups of ten thousand have names, smaller ones each house's own habit.</summary>
internal static class KoreanNumbers
{
    private const int Man = 10_000;

    public static string Count(int value, KoreanNumberStyle style)
    {
        if (value < Man)
        {
            return Small(value, style);
        }
        var rest = value % Man;
        return rest == 0 ? $"{Small(value / Man, style)}만" : $"{Small(value / Man, style)}만 {Small(rest, style)}";
    }

    /// <param name="hundredMillions">Won, in units of 억.</param>
    public static string Money(int hundredMillions, KoreanNumberStyle style)
    {
        var rest = hundredMillions % Man;
        var trillions = hundredMillions / Man;
        return trillions == 0 ? $"{Small(rest, style)}억 원"
            : rest == 0 ? $"{Small(trillions, style)}조 원"
            : $"{Small(trillions, style)}조 {Small(rest, style)}억 원";
    }

    private static string Small(int value, KoreanNumberStyle style) =>
        value < 1_000 || style == KoreanNumberStyle.Plain ? value.ToString(CultureInfo.InvariantCulture)
        : style == KoreanNumberStyle.Comma ? value.ToString("N0", CultureInfo.InvariantCulture)
        : value % 1_000 == 0 ? $"{value / 1_000}천"
        : $"{value / 1_000}천{value % 1_000}";
}
