using TrendGrains.Press.World.Chances;

namespace TrendGrains.Press.World.Entities;

/// <summary>Invented people, firms and brands: syllables put together, so that nobody real is meant.</summary>
internal static class Names
{
    private static readonly Name[] homeLast =
    [
        new("탁", "Tak"), new("봉", "Bong"), new("채", "Chae"), new("하", "Ha"), new("민", "Min"), new("구", "Koo"), new("연", "Yeon"), new("도", "Do"),
        new("표", "Pyo"), new("길", "Gil"), new("엄", "Eom"), new("변", "Byeon"), new("옥", "Ok"), new("설", "Seol"), new("함", "Ham"), new("이", "Lee"),
        new("박", "Park"), new("정", "Jung"), new("최", "Choi"), new("한", "Han"),
    ];

    private static readonly Name[] homeFirst =
    [
        new("가", "Ga"), new("다", "Da"), new("라", "Ra"), new("루", "Ru"), new("슬", "Seul"), new("온", "On"), new("율", "Yul"), new("결", "Gyeol"),
        new("솔", "Sol"), new("찬", "Chan"), new("담", "Dam"), new("해", "Hae"), new("새", "Sae"), new("우", "Woo"), new("진", "Jin"), new("연", "Yeon"),
    ];

    private static readonly Name[] abroadFirst =
    [
        new("엘나", "Elna"), new("이브카", "Ivka"), new("마레크", "Marrek"), new("오딜", "Odile"), new("렌코", "Renko"), new("사브라", "Sabra"),
        new("요린", "Jorin"), new("리사", "Lysa"), new("파보", "Pavo"), new("나디야", "Nadya"), new("코르빈", "Corvin"), new("브리사", "Brisa"),
        new("안셀", "Ansel"), new("토마스", "Tomas"), new("헤일라", "Heyla"), new("다리오", "Dario"),
    ];

    private static readonly Name[] abroadLast =
    [
        new("보센", "Vossen"), new("브래닉", "Brannick"), new("델코트", "Delcort"), new("페로", "Ferrow"), new("간처", "Ganzer"), new("홀름크바", "Holmqvar"),
        new("이스트라바", "Istrava"), new("켈마르", "Kellmar"), new("룬데크", "Lundeck"), new("모르베인", "Morvane"), new("노릭", "Norrick"),
        new("오스트렐", "Ostrel"), new("퀼란", "Quillan"), new("라스토바", "Rastova"), new("새로", "Sarrowe"), new("터베인", "Tervane"),
        new("울몬드", "Ulmond"), new("젤니크", "Zelnik"), new("크라우벨", "Krauvel"), new("위틀락", "Wittlack"),
    ];

    private static readonly Name[] brandBegins =
    [
        new("라", "Ra"), new("세", "Se"), new("두", "Du"), new("노", "No"), new("벼", "Byeo"), new("도", "Do"), new("시", "Si"), new("모", "Mo"),
        new("아", "A"), new("유", "Yu"), new("태", "Tae"), new("코", "Ko"), new("제", "Je"), new("루", "Lu"),
    ];

    private static readonly Name[] brandMiddles = [new("", ""), new("", ""), new("리", "ri"), new("미", "mi"), new("보", "bo")];

    private static readonly Name[] brandEnds =
    [
        new("온", "on"), new("람", "ram"), new("빛", "bit"), new("들", "dle"), new("담", "dam"), new("벨", "bel"), new("텍스", "tex"), new("솜", "som"),
        new("결", "gyeol"), new("비아", "via"), new("넥", "neck"), new("릭스", "rix"),
    ];

    private static readonly Name[] mascots =
    [
        new("코메츠", "Comets"), new("타이드", "Tide"), new("호넷츠", "Hornets"), new("레인저스", "Rangers"), new("팔콘스", "Falcons"), new("웨이브", "Wave"),
        new("불스", "Bulls"), new("라이트닝", "Lightning"), new("울브스", "Wolves"), new("스타즈", "Stars"),
    ];

    public static Person Person(Chance chance, bool home, Name role) => new(FirstName(chance, home), chance.Of(home ? homeLast : abroadLast), role, home);

    public static Name Brand(Chance chance)
    {
        var (begin, middle, end) = (chance.Of(brandBegins), chance.Of(brandMiddles), chance.Of(brandEnds));
        return new Name(begin.Korean + middle.Korean + end.Korean, begin.English + middle.English + end.English);
    }

    /// <param name="trade">What the firm does, e.g. Savings Bank.</param>
    public static Firm Firm(Chance chance, Name trade, Name generic)
    {
        var brand = Brand(chance);
        return new Firm(new Name($"{brand.Korean}{(trade.Korean.Length > 3 ? " " : "")}{trade.Korean}", $"{brand.English} {trade.English}"), brand, generic);
    }

    public static Firm Team(Chance chance, Place place)
    {
        var mascot = chance.Of(mascots);
        return new Firm(
            new Name($"{place.Name.Korean} {mascot.Korean}", $"{place.Name.English} {mascot.English}"),
            chance.Percent(60) ? place.Name : mascot,
            place.Name);
    }

    /// <summary>A full name without a role.</summary>
    public static Name Anybody(Chance chance, bool home)
    {
        var (first, last) = (FirstName(chance, home), chance.Of(home ? homeLast : abroadLast));
        return home
            ? new Name(last.Korean + first.Korean, $"{last.English} {first.English}")
            : new Name($"{first.Korean} {last.Korean}", $"{first.English} {last.English}");
    }

    private static Name FirstName(Chance chance, bool home)
    {
        if (!home)
        {
            return chance.Of(abroadFirst);
        }
        var (one, two) = (chance.Of(homeFirst), chance.Of(homeFirst));
        return new Name(one.Korean + two.Korean, $"{one.English}-{two.English.ToLowerInvariant()}");
    }
}
