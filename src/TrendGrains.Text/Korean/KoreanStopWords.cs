using System.Collections.Frozen;

namespace TrendGrains.Text.Korean;

/// <summary>Stems that say nothing about what a text is about: pronouns, bound nouns, connectives, the reporter's "said that".</summary>
internal static class KoreanStopWords
{
    public static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> All { get; } = FrozenSet.ToFrozenSet(
        """
        그 이 저 것 수 등 및 더 또 또한 약 중 즉 때 후 전 뒤 내 외 간 측 점 데 바 줄 적 만 안 못 잘 곧 다 왜 뭐 좀 각 총 모두 매우 아주 가장 다시 이미 아직
        그리고 그러나 하지만 그런데 그래서 따라서 때문 위해 위한 대해 대한 통해 통한 따라 따르 따른 따르면 의해 관련 관한 대비 이후 이전 이번 지난 오는 당시 현재 최근 오늘
        어제 내일 올해 지난해 작년 내년 이날 전날 다음 우리 저희 그들 자신 여기 거기 어떤 이런 그런 저런 모든 여러 다른 같은 같이 함께 한편 반면 경우 가운데 사이 정도 가량
        이상 이하 미만 있 없 하 되 않 아니 있다 없다 이다 아니다 말 했다 한다 된다 됐다 있는 없는 있던 있어 없어 하는 되는 않는 않은 하고 하며 라며 라고 밝히 밝혔 말했 말하 전하
        전했 덧붙이 설명 강조 이라며 이라고 예정 계획 것으로 것이다 것은 것을 것이 기자 뉴스 사진 제공 무단 전재 재배포 금지
        """.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)).GetAlternateLookup<ReadOnlySpan<char>>();
}
