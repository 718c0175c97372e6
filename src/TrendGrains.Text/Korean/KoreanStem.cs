using System.Collections.Frozen;
using TrendGrains.Text.Counting;

namespace TrendGrains.Text.Korean;

/// <summary>
/// The stem of an eojeol: the longest noun known to <see cref="KoreanNouns"/> that a particle or ending follows. Where none is, the longest particle or
/// ending whose condition on the syllable before it holds is cut off, again and again until none is left (at most <see cref="Rounds"/> times). Going on
/// to the end cuts some unknown nouns too far, but it cuts every form of them alike, and being alike is what counting needs. <see cref="Surface"/> is
/// for showing.
/// </summary>
public static class KoreanStem
{
    private const int Rounds = 4;
    private const int LongestEojeol = 24;

    /// <summary>Nouns whose end looks like a suffix. Whole words, not ends: 국회의 is 국회 and 의, though 회의 is a noun.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> whole = FrozenSet.ToFrozenSet(
        """
        정상회의 국무회의 본회의 전체회의 대책회의 긴급회의 고속도로 어린이 고양이 호랑이 경기도 여의도 울릉도 백령도 한반도 인지도 신뢰도 선호도 만족도 김정은 최고가 신고가 정치가 투자가
        중간결과 검사결과 조사결과 투표결과 개표결과 역효과 무제한 다나와 이번주 지난주 우크라이나 아르헨티나 루이지애나 인도네시아 캐나다 르완다 우간다 스웨덴 이스라엘 하와이 카카오 바나나 코로나 소나타
        쏘나타 라디오 비디오 스튜디오 포트폴리오 시나리오 파나마 오바마 도요타 혼다 네이버 테슬라
        """.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Words that look like one of <see cref="OneSyllable"/> and a particle, or a known noun and one.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> fused = FrozenSet.ToFrozenSet(
        """
        사의 대가 대로 그대로 제대로 나가 나와 길이 물가 불과 속도 병가 형의 안과 법의 문의 방도 총의 목이 정신과 개인주의 민주주의 자본주의 바이든 대란 피란 연대회의 무섭다 때로 일도 산도 군도
        """.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Nouns of one syllable that a particle is cut off after; of others what looks like a particle is as often a part of the word.</summary>
    private const string OneSyllable = "길눈물불돈집땅밤봄끝앞뒤위안밖속곁옆팀당군법산섬꽃벽방총칼술밥빵책글말답힘빛꿈몸손발팔입귀목값빚땀피뼈잠병약암균팬왕딸형곰닭쌀콩창문벌죄탑층곳명원년번건분씨날점쪽줄때일";

    /// <summary>Stems an eojeol of Hangul in place; the result is its first so many syllables, at least one.</summary>
    public static int Length(Span<char> word)
    {
        if (Noun(word) is var noun and > 0)
        {
            return noun;
        }

        return Compound(word) is var compound and > 0 ? compound : KoreanPredicate.Length(word) is var predicate and > 0 ? predicate : LengthBySuffixes(word);
    }

    /// <summary>How much of an eojeol is a noun to show, without particles; 0 for what is a verb, an adjective or neither.</summary>
    public static int NounLength(ReadOnlySpan<char> word)
    {
        if (Noun(word) is var noun and > 0)
        {
            return noun;
        }

        if (Compound(word) is var compound and > 0)
        {
            return compound;
        }

        Span<char> letters = stackalloc char[LongestEojeol];
        if (word.Length > LongestEojeol)
        {
            return 0;
        }

        word.CopyTo(letters);
        if (KoreanPredicate.Length(letters[..word.Length]) > 0)
        {
            return 0;
        }

        var cut = Surface(word);
        return KoreanName.Kind(word[..cut], word) == TermKind.Name || (cut == word.Length && BackgroundFrequencies.Share(TermKey.Of(word)) > 0 && !KoreanName.EndsAsVerb(word)) ? cut : 0;
    }

    /// <summary>An unknown eojeol that known nouns fill to its end, or to a particle: 입찰제한, 일상공간서.</summary>
    private static int Compound(ReadOnlySpan<char> word)
    {
        var ends = (stackalloc int[KoreanCompound.MostParts]);
        for (var cut = 0; cut <= KoreanSuffixes.Longest && word.Length - cut >= 4; cut++)
        {
            var left = word[..^cut];
            if ((cut == 0 || IsSuffix(word[^cut..], left)) && KoreanCompound.Known(left, ends) > 1)
            {
                return left.Length;
            }
        }

        return 0;
    }

    private static bool IsSuffix(ReadOnlySpan<char> right, ReadOnlySpan<char> left) =>
        (KoreanSuffixes.AfterNouns.TryGetValue(right, out var found) || KoreanSuffixes.Particles.TryGetValue(right, out found) || KoreanSuffixes.Endings.TryGetValue(right, out found))
        && left.Length >= found.Least && Fits(found.Before, left[^1]);

    /// <summary>As <see cref="Length"/>, by suffixes alone.</summary>
    public static int LengthBySuffixes(Span<char> word)
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
    public static int Surface(ReadOnlySpan<char> word) => Noun(word) is var noun and > 0 ? noun : word.Length - Cut(word);

    /// <summary>The longest known noun that the eojeol begins with and a particle or ending follows; 0 where there is none.</summary>
    private static int Noun(ReadOnlySpan<char> word)
    {
        if (word.Length > 1 && (whole.Contains(word) || fused.Contains(word) || KoreanNouns.Level(word) > 0))
        {
            return word.Length;
        }

        for (var cut = 1; cut <= KoreanSuffixes.Longest && cut < word.Length; cut++)
        {
            var left = word[..^cut];
            var right = word[^cut..];
            if (IsSuffix(right, left) && (left.Length == 1 ? OneSyllable.Contains(left[0]) : KoreanNouns.Level(left) > 0))
            {
                return left.Length;
            }
        }

        return 0;
    }

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
