namespace TrendGrains.Reading.Signals;

/// <summary>Money in running text.</summary>
internal static class PriceText
{
    /// <summary>A currency sign beside a figure, or a figure before won.</summary>
    public static bool Has(ReadOnlySpan<char> text) => Count(text, 1) > 0;

    public static int Count(ReadOnlySpan<char> text, int most = int.MaxValue)
    {
        var count = 0;
        for (var i = text.IndexOfAny("$€£₩¥원"); i >= 0 && count < most;)
        {
            count += IsPrice(text, i) ? 1 : 0;
            var next = text[(i + 1)..].IndexOfAny("$€£₩¥원");
            i = next < 0 ? -1 : i + 1 + next;
        }
        return count;
    }

    private static bool IsPrice(ReadOnlySpan<char> text, int at)
    {
        if (text[at] == '원')
        {
            var won = at;
            // 12,000원, 3만원 and 3만 원; not 2030원칙 or the 원 of a name.
            at -= at > 1 && text[at - 1] == ' ' ? 1 : 0;
            var isUnit = at > 0 && (char.IsAsciiDigit(text[at - 1]) || (text[at - 1] is '만' or '천' or '백' && at > 1 && (char.IsAsciiDigit(text[at - 2]) || text[at - 2] == ' ')));
            return isUnit && (won + 1 >= text.Length || text[won + 1] is not ('칙' or '유' or '자'));
        }
        var after = at + 1 < text.Length && text[at + 1] == ' ' ? at + 2 : at + 1;
        return (after < text.Length && char.IsAsciiDigit(text[after])) || (at > 0 && char.IsAsciiDigit(text[at - 1])) || (at > 1 && text[at - 1] == ' ' && char.IsAsciiDigit(text[at - 2]));
    }
}
