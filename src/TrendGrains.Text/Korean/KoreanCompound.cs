using System.Collections.Frozen;
using TrendGrains.Text.Counting;

namespace TrendGrains.Text.Korean;

/// <summary>
/// Takes apart a noun that is written in one piece and that text in general does not know: a common noun at its end (홀딩스, 저축은행) or
/// the kind of place (시, 군, 강) is cut off, so that 시보솜홀딩스 and 시보솜, 담늘군 and 담늘 meet.
/// </summary>
internal static class KoreanCompound
{
    private const int LongestTail = 4;

    /// <summary>What companies and offices are called by, beyond what headlines made common.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> kinds = FrozenSet.ToFrozenSet(
        """
        홀딩스 모터스 배터리 화학 가전 전자 그룹 은행 저축은행 증권 건설 산업 물산 제약 바이오 테크 보험 항공 중공업 대학교 병원 통신 에너지 로보틱스 소프트 엔터테인먼트 텔레콤 철강 조선 물류 식품
        """.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Syllables at the end that are a word of their own; 1 for a kind of place, which is no word to count; 0 for a word in one piece.</summary>
    public static int Tail(ReadOnlySpan<char> stem)
    {
        if (stem.Length < 3 || BackgroundFrequencies.Share(TermKey.Of(stem)) > 0)
        {
            return 0;
        }

        for (var tail = Math.Min(LongestTail, stem.Length - 2); tail >= 2; tail--)
        {
            if (BackgroundFrequencies.Share(TermKey.Of(stem[^tail..])) > 0 || kinds.Contains(stem[^tail..]))
            {
                return tail;
            }
        }

        return stem[^1] is '시' or '군' or '구' or '강' or '읍' or '면' ? 1 : 0;
    }
}
