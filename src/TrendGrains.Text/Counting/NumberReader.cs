namespace TrendGrains.Text.Counting;

/// <summary>Amounts as newspapers write them: 1,200 · 1.5억 · 3만5천 · 1.2 million · 3bn · 12%.</summary>
internal static class NumberReader
{
    /// <summary>What tells a date or a share from a plain amount; 0 for a plain one. "21일" is another term than "21명".</summary>
    private const uint Share = 1;

    /// <summary>The length read from <paramref name="at"/>, where a digit stands.</summary>
    public static int Read(ReadOnlySpan<char> text, int at, out double value, out uint unit)
    {
        var end = Digits(text, at, out value);
        (end, value) = Korean(text, end, value);
        if (end < text.Length && Magnitude(text, ref end) is var factor && factor > 1)
        {
            value *= factor;
        }

        unit = end >= text.Length ? 0u : text[end] switch
        {
            '%' or '％' => Share,
            '년' or '월' or '일' or '시' or '분' => text[end],
            _ => 0u,
        };
        return end - at;
    }

    private static int Digits(ReadOnlySpan<char> text, int at, out double value)
    {
        value = 0;
        var end = at;
        var fraction = 0.0;
        for (; end < text.Length; end++)
        {
            var c = text[end];
            if (char.IsAsciiDigit(c))
            {
                (value, fraction) = fraction == 0 ? ((value * 10) + (c - '0'), 0) : (value + ((c - '0') * fraction), fraction / 10);
            }
            else if (c == ',' && IsThousand(text, end))
            {
                continue;
            }
            else if (c == '.' && fraction == 0 && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))
            {
                fraction = 0.1;
            }
            else
            {
                break;
            }
        }

        value = Math.Round(Math.Min(value, 1e15), 4);
        return end;
    }

    /// <summary>A comma with three digits after it and no fourth.</summary>
    private static bool IsThousand(ReadOnlySpan<char> text, int comma) =>
        comma + 3 < text.Length && char.IsAsciiDigit(text[comma + 1]) && char.IsAsciiDigit(text[comma + 2]) && char.IsAsciiDigit(text[comma + 3])
        && (comma + 4 >= text.Length || !char.IsAsciiDigit(text[comma + 4]));

    /// <summary>3만5천 is 3 × 10,000 + 5 × 1,000.</summary>
    private static (int End, double Value) Korean(ReadOnlySpan<char> text, int end, double value)
    {
        var (sum, section, rest) = (0.0, 0.0, value);
        while (end < text.Length)
        {
            var unit = text[end] switch { '백' => 100.0, '천' => 1e3, '만' => 1e4, '억' => 1e8, '조' => 1e12, _ => 0 };
            if (unit == 0)
            {
                break;
            }

            if (unit >= 1e4)
            {
                (sum, section) = (sum + ((section + rest) * unit), 0);
            }
            else
            {
                section += rest * unit;
            }

            end++;
            rest = 0;
            var space = end + 1 < text.Length && text[end] == ' ' && char.IsAsciiDigit(text[end + 1]) ? 1 : 0;
            if (end + space < text.Length && char.IsAsciiDigit(text[end + space]))
            {
                end = Digits(text, end + space, out rest);
            }
        }

        return (end, sum + section + rest);
    }

    private static double Magnitude(ReadOnlySpan<char> text, ref int end)
    {
        var rest = text[end..];
        var skip = rest.Length > 1 && rest[0] is ' ' or '-' ? 1 : 0;
        rest = rest[skip..];
        foreach (var (name, factor) in magnitudes)
        {
            if (rest.StartsWith(name, StringComparison.Ordinal) && (rest.Length == name.Length || !char.IsLetter(rest[name.Length])) && (name.Length > 3 || skip == 0))
            {
                end += skip + name.Length;
                return factor;
            }
        }

        return 1;
    }

    private static readonly (string Name, double Factor)[] magnitudes =
        [("thousand", 1e3), ("million", 1e6), ("billion", 1e9), ("trillion", 1e12), ("bn", 1e9), ("mn", 1e6), ("tn", 1e12), ("k", 1e3), ("m", 1e6), ("K", 1e3), ("M", 1e6), ("B", 1e9)];
}
