namespace TrendGrains.Text.Korean;

/// <summary>The parts of a precomposed Hangul syllable, by Unicode's arithmetic (The Unicode Standard, 3.12).</summary>
public static class Hangul
{
    private const int First = 0xAC00;
    private const int Vowels = 21;
    private const int Finals = 28;

    /// <summary>Index of the final consonant, 0 for none: 1 ㄱ, 4 ㄴ, 8 ㄹ, 17 ㅂ, 20 ㅆ …</summary>
    public static int Final(char syllable) => IsSyllable(syllable) ? (syllable - First) % Finals : 0;

    /// <summary>Index of the vowel: 0 ㅏ, 6 ㅕ, 20 ㅣ …</summary>
    public static int Vowel(char syllable) => IsSyllable(syllable) ? (syllable - First) / Finals % Vowels : -1;

    public static bool IsSyllable(char c) => c is >= '\uAC00' and <= '\uD7A3';

    /// <summary>The same syllable with another final consonant.</summary>
    public static char WithFinal(char syllable, int final) => (char)(syllable - Final(syllable) + final);

    /// <summary>The same syllable with another vowel.</summary>
    public static char WithVowel(char syllable, int vowel) => (char)(syllable + ((vowel - Vowel(syllable)) * Finals));
}
