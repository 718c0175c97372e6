using TrendGrains.Press.World.Chances;

namespace TrendGrains.Press.World.Entities;

/// <summary>The invented map: places at home and abroad, few enough that different stories happen in the same town.</summary>
internal sealed class Gazetteer
{
    private const int SmallestMap = 16;

    private static readonly Name[] homeBegins =
    [
        new("누", "Nu"), new("다", "Da"), new("라", "Ra"), new("솔", "Sol"), new("은", "Eun"), new("가", "Ga"), new("해", "Hae"), new("온", "On"),
        new("하", "Ha"), new("새", "Sae"), new("여", "Yeo"), new("담", "Dam"), new("찬", "Chan"), new("별", "Byeol"), new("무", "Mu"), new("두", "Du"),
    ];

    private static readonly Name[] homeEnds =
    [
        new("람", "ram"), new("율", "yul"), new("벌", "beol"), new("렁", "reong"), new("슬", "seul"), new("결", "gyeol"), new("매", "mae"),
        new("빛", "bit"), new("들", "deul"), new("솜", "som"), new("터", "teo"), new("내", "nae"), new("뫼", "moe"), new("늘", "neul"),
    ];

    private static readonly Name[] abroadBegins =
    [
        new("벨", "Bel"), new("코르", "Cor"), new("드라", "Dra"), new("팔", "Fal"), new("그리", "Gri"), new("이스", "Is"), new("카르", "Kar"),
        new("로르", "Lor"), new("노르", "Nor"), new("오스", "Os"), new("펠", "Pel"), new("로스", "Ros"), new("토르", "Tor"), new("울", "Ul"),
        new("벤", "Ven"), new("잔", "Zan"), new("퀘르", "Quer"), new("시르", "Sir"),
    ];

    private static readonly Name[] abroadEnds =
    [
        new("마르", "mar"), new("도바", "dova"), new("하임", "heim"), new("리아", "ria"), new("빅", "vik"), new("가르드", "gard"), new("룬드", "lund"),
        new("니아", "nia"), new("로바", "rova"), new("스크", "sk"), new("베이", "bay"), new("메레", "mere"), new("탈", "tal"), new("포라", "pora"),
    ];

    private static readonly Name[] provinces =
    [
        new("남서도", "Namseo Province"), new("북누리도", "Buknuri Province"), new("동하랑도", "Dongharang Province"), new("가온도", "Gaon Province"),
        new("해솔도", "Haesol Province"), new("서미르도", "Seomireu Province"),
    ];

    private static readonly Name[] countries =
    [
        new("발도리아", "Valdoria"), new("카르보니아", "Karvonia"), new("에스트마르크", "Estmark"), new("노르바시아", "Norvasia"), new("칠레", "Chile"),
        new("독일", "Germany"), new("케냐", "Kenya"), new("캐나다", "Canada"), new("튀르키예", "Turkey"), new("인도네시아", "Indonesia"),
    ];

    private static readonly Name[] epithets =
    [
        new("항구 도시", "port city"), new("공업 도시", "industrial city"), new("산간 도시", "mountain town"), new("강변 도시", "riverside city"),
        new("관광 도시", "resort town"), new("대학 도시", "university town"), new("국경 도시", "border town"), new("남부 도시", "southern city"),
    ];

    private readonly Place[] home;
    private readonly Place[] abroad;

    /// <param name="stories">How many stories happen on this map.</param>
    public Gazetteer(Chance chance, int stories)
    {
        var size = Math.Max(SmallestMap, stories / 3);
        home = Places(chance, size, homeBegins, homeEnds, provinces, home: true);
        abroad = Places(chance, size, abroadBegins, abroadEnds, countries, home: false);
    }

    public Place Any(Chance chance) => chance.Of(chance.Percent(60) ? home : abroad);

    private static Place[] Places(Chance chance, int count, Name[] begins, Name[] ends, Name[] regions, bool home)
    {
        var names = chance.Shuffled([.. begins.SelectMany(b => ends.Select(e => new Name(b.Korean + e.Korean, b.English + e.English)))]);
        return
        [
            .. names.Take(Math.Min(count, names.Length)).Select(n =>
                new Place(n, home ? chance.Of<string>(["시", "시", "군"]) : "", chance.Of(regions), chance.Of(epithets), home)),
        ];
    }
}
