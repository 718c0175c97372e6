namespace TrendGrains.Text.Counting;

/// <summary>
/// Logarithm and power of two from additions, multiplications and divisions alone, which IEEE 754 fixes to the last bit. The C library's
/// differ between systems, and a decision that hangs on a last bit would then differ too.
/// </summary>
public static class StableMath
{
    private const double Ln2 = 0.693147180559945309417232121458;

    /// <summary>For finite numbers above 0; exact to about 1e-14.</summary>
    public static double Log2(double x)
    {
        var bits = BitConverter.DoubleToInt64Bits(x);
        var exponent = (int)((bits >> 52) & 0x7FF);
        if (x <= 0 || exponent is 0 or 0x7FF)
        {
            return x > 0 && exponent == 0 ? Log2(x * (1L << 54)) - 54 : x == 0 ? double.NegativeInfinity : x > 0 ? x : double.NaN;
        }

        var mantissa = BitConverter.Int64BitsToDouble((bits & 0xFFFFFFFFFFFFF) | (1023L << 52));
        exponent -= 1023;
        if (mantissa > 1.4142135623730951)
        {
            (mantissa, exponent) = (mantissa / 2, exponent + 1);
        }

        // ln m = 2 artanh((m − 1) / (m + 1)), and |s| stays below 0.172.
        var s = (mantissa - 1) / (mantissa + 1);
        var square = s * s;
        var sum = 0.0;
        for (var power = 17; power >= 1; power -= 2)
        {
            sum = (sum * square) + (1.0 / power);
        }

        return exponent + (2 * s * sum / Ln2);
    }

    /// <summary>2 to the <paramref name="x"/>; 0 below −1022, infinity above 1023.</summary>
    public static double Exp2(double x)
    {
        if (!(x >= -1022))
        {
            return double.IsNaN(x) ? double.NaN : 0;
        }

        if (x > 1023)
        {
            return double.PositiveInfinity;
        }

        var whole = Math.Floor(x + 0.5);
        var rest = (x - whole) * Ln2;
        var sum = 1.0;
        for (var n = 14; n >= 1; n--)
        {
            sum = 1 + (sum * rest / n);
        }

        return sum * BitConverter.Int64BitsToDouble((long)(whole + 1023) << 52);
    }
}
