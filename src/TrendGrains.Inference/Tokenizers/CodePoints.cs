namespace TrendGrains.Inference.Tokenizers;

/// <summary>The two classes of code points that <see cref="HashedNGrams"/> tells apart; models/train/hashed_ngrams.py has the same ranges.</summary>
internal static class CodePoints
{
    /// <summary>What stands between words. Symbols and emoji are letters here; their joiners and variation selectors are not.</summary>
    public static bool IsSeparator(int c) =>
        c is < 0x30
            or (>= 0x3A and <= 0x40)
            or (>= 0x5B and <= 0x60)
            or (>= 0x7B and <= 0xA9)
            or (>= 0xAB and <= 0xB4)
            or (>= 0xB6 and <= 0xB9)
            or (>= 0xBB and <= 0xBF)
            or 0xD7 or 0xF7 or 0x1680 or 0x180E or 0xFEFF or 0xFFFD
            or (>= 0x2000 and <= 0x206F)
            or (>= 0x2190 and <= 0x21FF)
            or (>= 0x2500 and <= 0x25FF)
            or (>= 0x3000 and <= 0x3020 and not (0x3005 or 0x3007))
            or (>= 0xFE00 and <= 0xFE0F)
            or (>= 0xFF01 and <= 0xFF0F)
            or (>= 0xFF1A and <= 0xFF20)
            or (>= 0xFF3B and <= 0xFF40)
            or (>= 0xFF5B and <= 0xFF65)
            or (>= 0xD800 and <= 0xDFFF);

    /// <summary>Scripts whose single characters carry meaning, so that short n-grams do.</summary>
    public static bool IsCjk(int c) =>
        c is (>= 0x1100 and <= 0x11FF)
            or (>= 0x3005 and <= 0x30FF)
            or (>= 0x3131 and <= 0x318E)
            or (>= 0x3400 and <= 0x4DBF)
            or (>= 0x4E00 and <= 0x9FFF)
            or (>= 0xAC00 and <= 0xD7A3)
            or (>= 0xF900 and <= 0xFAFF)
            or (>= 0x20000 and <= 0x3FFFF);

    /// <summary>UTF-16 units that NFC leaves alone whatever stands beside them within this set.</summary>
    public static bool IsSurelyComposed(char c) =>
        c is < '\u0300' or (>= '\uAC00' and <= '\uD7A3') or (>= '\u4E00' and <= '\u9FFF') or (>= '\u2010' and <= '\u2027') or '\u3001' or '\u3002';
}
