namespace TrendGrains.Text;

/// <summary>The East Asian scripts by code point, the ranges that text in the wild uses.</summary>
public static class Scripts
{
    /// <summary>Syllables and both kinds of jamo.</summary>
    public static bool IsHangul(char c) =>
        c is (>= '\uAC00' and <= '\uD7A3') or (>= '\u1100' and <= '\u11FF') or (>= '\u3131' and <= '\u318E') or (>= '\uA960' and <= '\uA97F');

    /// <summary>Hiragana, Katakana (half width too) and the long vowel mark.</summary>
    public static bool IsKana(char c) => c is (>= '\u3041' and <= '\u309F') or (>= '\u30A1' and <= '\u30FA') or '\u30FC' or (>= '\uFF66' and <= '\uFF9F');

    /// <summary>Unified ideographs of the basic plane, and the iteration mark.</summary>
    public static bool IsHan(char c) => c is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF') or (>= '\uF900' and <= '\uFAFF') or '\u3005';
}
