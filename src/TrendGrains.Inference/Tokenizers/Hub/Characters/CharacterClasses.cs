using System.Globalization;
using System.Text;

namespace TrendGrains.Inference.Tokenizers.Hub.Characters;

/// <summary>
/// Classes of characters as the reference tokenizer has them. Its parts were built from different versions of Unicode, some ten years old:
/// what was added to Unicode since then belongs to no class there, and so it does here.
/// </summary>
internal static class CharacterClasses
{
    public static bool IsWhitespace(int c) => c <= char.MaxValue && char.IsWhiteSpace((char)c);

    /// <summary>Cc, Cf and Co; tab and line ends count as white space.</summary>
    public static bool IsControl(int c) => c < 0x7F
        ? c < 0x20 && c is not (0x09 or 0x0A or 0x0D)
        : CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse
            && c is not (0x0890 or 0x0891 or 0x08E2 or 0x110CD or (>= 0x13430 and <= 0x1343F));

    /// <summary>All ASCII marks and signs, and P of any script.</summary>
    public static bool IsPunctuation(int c) => c < 0x80
        ? c is (>= 0x21 and <= 0x2F) or (>= 0x3A and <= 0x40) or (>= 0x5B and <= 0x60) or (>= 0x7B and <= 0x7E)
        : c is 0x166D or 0x111C9 || (IsOfCategory(c, UnicodeCategory.ConnectorPunctuation, UnicodeCategory.OtherPunctuation) && !IsIn(LaterCharacters.Punctuation, c));

    /// <summary>Mn.</summary>
    public static bool IsNonspacingMark(int c) => c >= 0x300
        && ((CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark && !IsIn(LaterCharacters.NonspacingMarks, c)) || c is 0x1734 or 0x1171E);

    /// <summary>M.</summary>
    public static bool IsCombiningMark(int c) => c >= 0x300
        && ((IsOfCategory(c, UnicodeCategory.NonSpacingMark, UnicodeCategory.EnclosingMark) && !IsIn(LaterCharacters.Marks, c)) || c is 0x1CF2 or 0x1CF3);

    /// <summary>N.</summary>
    public static bool IsNumeric(int c) => c < 0x80
        ? c is >= 0x30 and <= 0x39
        : IsOfCategory(c, UnicodeCategory.DecimalDigitNumber, UnicodeCategory.OtherNumber) || c is (>= 0x11DE0 and <= 0x11DE9) or (>= 0x16FF4 and <= 0x16FF6);

    /// <summary>What <c>\w</c> matches: Alphabetic, M, Nd, Pc and the joiners.</summary>
    public static bool IsWord(int c) => c < 0x80
        ? char.IsAsciiLetterOrDigit((char)c) || c == '_'
        : CharUnicodeInfo.GetUnicodeCategory(c) is <= UnicodeCategory.LetterNumber or UnicodeCategory.ConnectorPunctuation
            || c is 0x200C or 0x200D or (>= 0x24B6 and <= 0x24E9) or (>= 0x1F130 and <= 0x1F149) or (>= 0x1F150 and <= 0x1F169) or (>= 0x1F170 and <= 0x1F189);

    /// <summary>Ideographs, which BERT's normaliser sets apart; Hangul and Kana are not among them.</summary>
    public static bool IsIdeograph(int c) => c >= 0x3400
        && c is <= 0x4DBF or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x2A6DF) or (>= 0x2A700 and <= 0x2B73F)
            or (>= 0x2B740 and <= 0x2B81F) or (>= 0x2B920 and <= 0x2CEAF) or (>= 0x2F800 and <= 0x2FA1F);

    /// <summary>One character's lower case; U+0130 alone has two, the second of which is U+0307.</summary>
    public static int ToLower(int c) => c switch
    {
        < 0x80 => c is >= 'A' and <= 'Z' ? c | 0x20 : c,
        0x130 => 'i',
        0x1C89 => 0x1C8A,
        0xA7CB => 0x264,
        0xA7CC or 0xA7CE or 0xA7D2 or 0xA7D4 or 0xA7DA => c + 1,
        0xA7DC => 0x19B,
        >= 0x10D50 and <= 0x10D65 => c + 0x20,
        >= 0x16EA0 and <= 0x16EB8 => c + 0x1B,
        _ => Rune.ToLowerInvariant(new Rune(c)).Value,
    };

    /// <summary>Whether the tables of canonical forms know nothing of it: it keeps its place and its neighbours apart.</summary>
    public static bool IsUnknownToCanonicalForms(int c) => c is 0xFFFE or 0xFFFF || (c >= 0x7FD && IsIn(LaterCharacters.Marks, c));

    /// <summary>The same for the compatibility forms.</summary>
    public static bool IsUnknownToCompatibilityForms(int c) => c is 0x32FF or (>= 0xA7F2 and <= 0xA7F4) or 0xAB69 or (>= 0x10781 and <= 0x107BA)
        or (>= 0x1E030 and <= 0x1E06D) or 0x1F16C or (>= 0x1FBF0 and <= 0x1FBF9);

    private static bool IsOfCategory(int c, UnicodeCategory first, UnicodeCategory last) =>
        CharUnicodeInfo.GetUnicodeCategory(c) is var category && category >= first && category <= last;

    /// <param name="ranges">First and last of each range, ascending.</param>
    private static bool IsIn(ReadOnlySpan<int> ranges, int c)
    {
        var at = ranges.BinarySearch(c);
        // Between two entries: inside a range when the one before is a first.
        return at >= 0 || (~at & 1) == 1;
    }
}
