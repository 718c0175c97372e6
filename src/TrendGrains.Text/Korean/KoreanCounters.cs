using System.Collections.Frozen;

namespace TrendGrains.Text.Korean;

/// <summary>What numbers are counted in. The counter says nothing by itself, and a particle after it less.</summary>
internal static class KoreanCounters
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> counters = FrozenSet.ToFrozenSet(
        """
        명 원 개 건 대 곳 층 세 살 차 위 호 회 번 달 주 배 평 톤 마리 채 가구 퍼센트 포인트 달러 유로 엔 위안 킬로 미터 주년 개월 시간 분간 일간 주간 년간 여명 여건 여곳 여대 여개 사람 점 표 골 승 패 무
        년 월 일 시 분 초 선 조각 척 발 기 장 권 편 학년 학기 등 도 리터 그램 규모 억원 만원 조원 천원
        """.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Length of the counter and its particle at the start of an eojeol's rest; 0 where it is none.</summary>
    public static int Length(ReadOnlySpan<char> rest)
    {
        for (var length = Math.Min(3, rest.Length); length > 0; length--)
        {
            if (counters.Contains(rest[..length]))
            {
                // 12명이 is a counter and a particle, 1호선 only looks like one.
                return rest.Length - length <= 3 ? rest.Length : 0;
            }
        }

        return 0;
    }
}
