using System.Globalization;

namespace TrendGrains.Press.World.Language.English;

internal enum EnglishNumberStyle
{
    /// <summary>7 and 1,200</summary>
    Digits,

    /// <summary>seven and 1,200</summary>
    SmallInWords,

    /// <summary>seven and twelve hundred</summary>
    HundredsInWords,
}

/// <summary>Numbers as English newspapers spell them, each by its own style book.</summary>
internal static class EnglishNumbers
{
    private static readonly string[] words =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
        "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
    ];

    public static string Count(int value, EnglishNumberStyle style) =>
        style == EnglishNumberStyle.HundredsInWords && value is > 1_000 and <= 2_000 && value % 100 == 0 && value != 2_000 ? $"{words[value / 100]} hundred"
        : style != EnglishNumberStyle.Digits && value <= 12 ? words[value]
        : value.ToString("N0", CultureInfo.InvariantCulture);

    /// <param name="hundredMillions">Won, in units of 억, told in dollars at a thousand won a dollar.</param>
    public static string Money(int hundredMillions, EnglishNumberStyle style)
    {
        var (tenths, unit) = hundredMillions >= 10_000 ? (hundredMillions / 1_000, "billion") : (hundredMillions, "million");
        var amount = tenths % 10 == 0 || tenths > 1_000
            ? (tenths / 10).ToString("N0", CultureInfo.InvariantCulture)
            : $"{tenths / 10}.{tenths % 10}";
        return style == EnglishNumberStyle.Digits ? $"${amount} {unit}" : $"{amount} {unit} dollars";
    }
}
