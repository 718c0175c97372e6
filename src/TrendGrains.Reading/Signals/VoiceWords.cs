using System.Collections.Frozen;

namespace TrendGrains.Reading.Signals;

internal enum Voice
{
    None,
    FirstPerson,
    SecondPerson,
    Reporting,
    Praise,
}

/// <summary>Words, in English and Korean, that tell who speaks to whom: a reporter about others, or somebody about what is theirs.</summary>
internal static class VoiceWords
{
    private static readonly FrozenDictionary<string, Voice>.AlternateLookup<ReadOnlySpan<char>> words = Build();

    private static readonly string[] reportingEndings = ["밝혔다", "말했다", "전했다", "설명했다", "강조했다", "보도했다", "따르면", "덧붙였다", "지적했다", "집계됐다", "나타났다", "알려졌다", "발표했다", "했다", "됐다", "이었다", "였다"];
    private static readonly string[] appealEndings = ["하세요", "보세요", "드립니다", "드려요", "으세요", "십시오", "해요", "이에요", "예요", "답니다", "마세요"];

    /// <param name="word">In lower case.</param>
    public static Voice Of(ReadOnlySpan<char> word)
    {
        if (words.TryGetValue(word, out var voice))
        {
            return voice;
        }
        if (word.Length < 2 || word[^1] < '\uAC00')
        {
            return Voice.None;
        }
        foreach (var ending in reportingEndings)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal))
            {
                return Voice.Reporting;
            }
        }
        foreach (var ending in appealEndings)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal))
            {
                return Voice.SecondPerson;
            }
        }
        return Voice.None;
    }

    private static FrozenDictionary<string, Voice>.AlternateLookup<ReadOnlySpan<char>> Build()
    {
        var table = new Dictionary<string, Voice>(StringComparer.Ordinal);
        Add(Voice.FirstPerson, "we our us ours i my me we're we've i'm i've 우리 저희 우리의 저희는 저희가 저는 제가 저의 우리는");
        Add(Voice.SecondPerson, "you your yours you're you'll yourself 여러분 고객님 당신 여러분의 당신의 고객님의 여러분께");
        Add(Voice.Reporting,
            "said says told reported announced according added spokesperson spokesman spokeswoman officials police court minister ministry government prosecutors alleged tuesday monday wednesday thursday friday sunday saturday yesterday "
            + "관계자 경찰 검찰 법원 정부 장관 위원회 기자 대변인 의원 당국");
        Add(Voice.Praise,
            "best perfect amazing ultimate exclusive exclusively limited must-have revolutionary premium leading innovative world-class seamless seamlessly effortless effortlessly stunning luxurious luxury "
            + "unmatched unbeatable incredible guaranteed trusted award-winning cutting-edge state-of-the-art affordable finest favorite favourite love gorgeous flawless convenient hassle-free transform elevate discover unlock "
            + "최고의 완벽한 특별한 프리미엄 럭셔리 혁신적인 추천 강추 인기 필수템 가성비 만족도 놀라운 한정 혜택 최저가 특가 신제품 품격 감각적인 세련된 완벽하게 최상의 최적의 손쉽게 간편하게 꿀템 득템 대박 국내최초 1위 합리적인 프리미엄급 차별화된");
        return table.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

        void Add(Voice voice, string list)
        {
            foreach (var word in list.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                table[word] = voice;
            }
        }
    }
}
