using System.Globalization;

namespace Orleans.Runtime;

/// <summary>How each kind of key is written into a grain id, as Orleans does it.</summary>
internal static class GrainKey
{
    public static string Write(long key) => key.ToString("X", CultureInfo.InvariantCulture);

    public static string Write(Guid key) => key.ToString("N");

    /// <summary>Up to sixteen hexadecimal digits in two's complement; text after a plus sign is an extension.</summary>
    public static bool TryReadInteger(string key, out long value, out string? extension)
    {
        var plus = key.IndexOf('+');
        extension = plus >= 0 ? key[(plus + 1)..] : null;
        var digits = plus >= 0 ? key.AsSpan(0, plus) : key;
        return long.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>Exactly thirty-two hexadecimal digits; text after a plus sign is an extension.</summary>
    public static bool TryReadGuid(string key, out Guid value, out string? extension)
    {
        extension = null;
        if (key.Length > 32 && key[32] == '+')
        {
            extension = key[33..];
        }
        else if (key.Length != 32)
        {
            value = default;
            return false;
        }

        return Guid.TryParseExact(key.AsSpan(0, 32), "N", out value);
    }
}
