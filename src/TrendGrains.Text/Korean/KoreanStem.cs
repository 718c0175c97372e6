using System.Collections.Frozen;

namespace TrendGrains.Text.Korean;

/// <summary>
/// A first Korean analyser without a dictionary: the longest particle or ending whose condition on the syllable before it holds is cut off an
/// eojeol, again and again until none is left (at most <see cref="Rounds"/> times). Going on to the end cuts some nouns too far (관광지도 → 관광지),
/// but it cuts every form of them alike, and being alike is what counting needs. <see cref="Surface"/> is for showing.
/// </summary>
public static class KoreanStem
{
    private const int Rounds = 4;

    /// <summary>Nouns whose end looks like a suffix. Whole words, not ends: 국회의 is 국회 and 의, though 회의 is a noun.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> whole = FrozenSet.ToFrozenSet(
        """
        정상회의 국무회의 본회의 전체회의 대책회의 긴급회의 고속도로 어린이 고양이 호랑이 경기도 여의도 울릉도 백령도 한반도 인지도 신뢰도 선호도 만족도 김정은 최고가 신고가 정치가 투자가
        중간결과 검사결과 조사결과 투표결과 개표결과 역효과 무제한 다나와 이번주 지난주 우크라이나 아르헨티나 루이지애나 인도네시아 캐나다 르완다 우간다 스웨덴 이스라엘 하와이 카카오 바나나 코로나 소나타
        쏘나타 라디오 비디오 스튜디오 포트폴리오 시나리오 파나마 오바마 도요타 혼다 네이버 테슬라
        """.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Stems an eojeol of Hangul in place; the result is its first so many syllables, at least one.</summary>
    public static int Length(Span<char> word)
    {
        var length = word.Length;
        for (var round = 0; round < Rounds; round++)
        {
            var cut = Cut(word[..length]);
            if (cut == 0)
            {
                break;
            }

            length -= cut;
        }

        return PastTense(word[..length]);
    }

    /// <summary>How much of an eojeol to show: without its particle, and a noun that only looks as if it had one whole.</summary>
    public static int Surface(ReadOnlySpan<char> word) => word.Length - Cut(word);

    private static int Cut(ReadOnlySpan<char> word)
    {
        if (whole.Contains(word))
        {
            return 0;
        }

        for (var length = Math.Min(KoreanSuffixes.Longest, word.Length - 1); length > 0; length--)
        {
            var suffix = word[^length..];
            if ((KoreanSuffixes.Particles.TryGetValue(suffix, out var found) || KoreanSuffixes.Endings.TryGetValue(suffix, out found))
                && word.Length - length >= found.Least && Fits(found.Before, word[^(length + 1)]))
            {
                return length;
            }
        }

        return 0;
    }

    private static bool Fits(Before before, char syllable) => before switch
    {
        Before.Consonant => Hangul.Final(syllable) != 0,
        Before.Vowel => Hangul.Final(syllable) == 0,
        Before.VowelOrRieul => Hangul.Final(syllable) is 0 or 8,
        _ => true,
    };

    /// <summary>밝혔다 and 밝혀 give 밝히, 숨졌다 and 숨져 give 숨지: the ㅆ of the past goes, and ㅕ opens to ㅣ.</summary>
    private static int PastTense(Span<char> word)
    {
        var length = word.Length;
        if (length >= 3 && word[^1] == '다' && Hangul.Final(word[^2]) == 20)
        {
            length--;
        }

        ref var last = ref word[length - 1];
        if (length < 2)
        {
            return length;
        }

        if (Hangul.Final(last) == 20)
        {
            last = Hangul.WithFinal(last, 0);
        }

        if (last is '져' or '혀' or '쳐' or '려' or '켜' or '겨')
        {
            last = Hangul.WithVowel(last, 20);
        }

        return length;
    }
}
