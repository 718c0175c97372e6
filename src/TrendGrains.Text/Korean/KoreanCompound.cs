using System.Collections.Frozen;
using TrendGrains.Text.Counting;

namespace TrendGrains.Text.Korean;

/// <summary>
/// Takes apart a noun that is written in one piece and that text in general does not know: 테러방지법시행령 into known nouns; else a common noun at
/// its end (홀딩스, 저축은행) or the kind of place (시, 군, 강) is cut off, so that 시보솜홀딩스 and 시보솜, 담늘군 and 담늘 meet.
/// </summary>
internal static class KoreanCompound
{
    /// <summary>The most parts that are told apart.</summary>
    public const int MostParts = 6;

    private const int LongestTail = 4;
    private const int LongestCompound = 14;
    private const int LongestPart = 6;
    private const int PartCost = 12;

    /// <summary>What companies and offices are called by, beyond what headlines made common.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> kinds = FrozenSet.ToFrozenSet(
        """
        홀딩스 모터스 배터리 화학 가전 전자 그룹 은행 저축은행 증권 건설 산업 물산 제약 바이오 테크 보험 항공 중공업 대학교 병원 통신 에너지 로보틱스 소프트 엔터테인먼트 텔레콤 철강 조선 물류 식품
        """.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Writes where the parts of a noun end, the last at its length, and returns how many there are; 1 for a word in one piece.</summary>
    /// <param name="ends">At least <see cref="MostParts"/>.</param>
    /// <param name="dropped">Syllables at the end that are no word to count: the kind of place.</param>
    /// <param name="nouns">Also into known nouns; a compound that is met about as often as they are stays whole.</param>
    public static int Split(ReadOnlySpan<char> stem, bool nouns, Span<int> ends, out int dropped)
    {
        dropped = 0;
        if (nouns && stem.Length >= 4 && Known(stem, ends) is var parts and > 1 && !IsCohesive(stem, ends[..parts]))
        {
            return parts;
        }

        ends[0] = stem.Length;
        if (stem.Length < 3 || BackgroundFrequencies.Share(TermKey.Of(stem)) > 0 || KoreanNouns.Level(stem) > 0)
        {
            return 1;
        }

        for (var tail = Math.Min(LongestTail, stem.Length - 2); tail >= 2; tail--)
        {
            if (BackgroundFrequencies.Share(TermKey.Of(stem[^tail..])) > 0 || kinds.Contains(stem[^tail..]))
            {
                (ends[0], ends[1]) = (stem.Length - tail, stem.Length);
                return 2;
            }
        }

        dropped = stem[^1] is '시' or '군' or '구' or '강' or '읍' or '면' ? 1 : 0;
        ends[0] -= dropped;
        return 1;
    }

    /// <summary>Met about as often as its rarest part alone: 정상회담.</summary>
    private static bool IsCohesive(ReadOnlySpan<char> stem, ReadOnlySpan<int> ends)
    {
        var (start, rarest) = (0, int.MaxValue);
        foreach (var end in ends)
        {
            rarest = Math.Min(rarest, KoreanNouns.Level(stem[start..end]));
            start = end;
        }

        return KoreanNouns.Level(stem) > rarest;
    }

    /// <summary>The cut into known nouns of two syllables or more that leaves the fewest and commonest parts.</summary>
    public static int Known(ReadOnlySpan<char> stem, Span<int> ends)
    {
        if (stem.Length > LongestCompound)
        {
            return 0;
        }

        var best = (stackalloc int[LongestCompound + 1]);
        var from = (stackalloc int[LongestCompound + 1]);
        var parts = (stackalloc int[LongestCompound + 1]);
        best.Fill(int.MinValue);
        best[0] = 0;
        for (var end = 2; end <= stem.Length; end++)
        {
            for (var start = Math.Max(0, end - LongestPart); start <= end - 2; start++)
            {
                var level = best[start] == int.MinValue ? 0 : KoreanNouns.Level(stem[start..end]);
                // A part costs, so that of two cuts the one with the fewer wins unless its parts are rare.
                if (level > 0 && best[start] + level - PartCost > best[end] && parts[start] < MostParts)
                {
                    (best[end], from[end], parts[end]) = (best[start] + level - PartCost, start, parts[start] + 1);
                }
            }
        }

        var count = best[stem.Length] == int.MinValue ? 0 : parts[stem.Length];
        for (var (end, part) = (stem.Length, count - 1); part >= 0; end = from[end], part--)
        {
            ends[part] = end;
        }

        return count;
    }
}
