using TrendGrains.Press.World;

namespace TrendGrains.Press.Tests.Serving;

/// <summary>A world of a day written by hand: each kind of outlet, each ailment, an edit, an advert, a link post, a clip.</summary>
internal static class SmallWorld
{
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    public static readonly Publication Flood = Article("f00d0001", "herald", 60, PublicationKind.Report, "River Wey rises over the banks at Dunmore", "society") with
    {
        Story = "s1",
        Byline = "Anna Holt",
        Tags = ["Dunmore", "flood"],
        Picture = new Picture("flood", 17),
        Edits = [new(At(180), "River Wey floods 240 homes at Dunmore", ["The Wey has flooded 240 homes, the mayor of Dunmore said.", "Boats were brought & \"used\" <all> night."])],
    };

    public static readonly Publication Later = Article("f00d0002", "herald", 300, PublicationKind.Development, "Water falls in Dunmore after two days", "society") with { Story = "s1", Tags = ["Dunmore"] };
    public static readonly Publication Pillow = Article("ad000001", "herald", 30, PublicationKind.Advert, "The pillow that everybody in Dunmore wants", "culture-life");
    public static readonly Publication Market = Article("c0de0001", "onmaru", 45, PublicationKind.Report, "누리은행, 기준금리 0.25%p 인하", "economy") with { Story = "s2", Byline = "한가람 기자", Picture = new Picture("market", 3) };
    public static readonly Publication KoreanCard = Article("ad000002", "onmaru", 50, PublicationKind.Advert, "새봄 카드, 연회비 면제 행사", "economy");
    public static readonly Publication Essay = Article("0b1e0001", "quarterly", 90, PublicationKind.Opinion, "Why rivers never listen", "culture-life") with { Byline = "Tom Vale" };
    public static readonly Publication OldKorean = Article("ec000001", "mirnae", 100, PublicationKind.Report, "똠방각하 축제, 펲시 없는 여름 😀", "culture-life") with { Picture = new Picture("concert", 4) };
    public static readonly Publication Loud = Article("10dd0001", "haru", 110, PublicationKind.Noise, "집 나간 고양이 열흘 만에 돌아와", "other") with { Byline = "김이슬 기자", Tags = ["고양이"] };
    public static readonly Publication Broken = Article("b10c0001", "lantern", 120, PublicationKind.Report, "Ferry & tug meet in fog", "world") with { Tags = ["ferry"] };
    public static readonly Publication Sick = Article("51cc0001", "ledger", 10, PublicationKind.Report, "Council ledger found in attic", "politics");

    public static readonly Publication LinkPost = new()
    {
        Id = "9057a001", Outlet = "worldfeed", Story = "s1", Kind = PublicationKind.Post, Published = At(75), Title = "Homes flooded in Dunmore <video & photos>", Paragraphs = [],
        Byline = "brask_12", Section = "society", LinksTo = Flood.Id,
        Reception = new Reception(400, [new("ilva_3", TimeSpan.FromMinutes(5), "My cellar is under water & cold.", 40), new("dorn_9", TimeSpan.FromMinutes(60), "Stay safe.", 8)]),
    };

    public static readonly Publication SelfPost = new()
    {
        Id = "9057a002", Outlet = "worldfeed", Kind = PublicationKind.Post, Published = At(80), Title = "Which boots do you wear?", Paragraphs = ["I need boots.", "Mine leak."],
        Byline = "corvo_7", Section = "other", Reception = new Reception(3, []),
    };

    public static readonly Publication Clip = new()
    {
        Id = "c11f0001", Outlet = "clipline", Story = "s1", Kind = PublicationKind.Clip, Published = At(95), Title = "Dunmore from above", Paragraphs = ["The Wey at noon.", "Subscribe."],
        Section = "society", Picture = new Picture("flood", 21), Reception = new Reception(5000, []), ClipSeconds = 2,
    };

    public static PressWorld World { get; } = new(
        7,
        Start,
        TimeSpan.FromHours(24),
        [
            new("herald", "The Dunmore Herald", "en", OutletKind.News),
            new("onmaru", "온마루경제", "ko", OutletKind.News),
            new("quarterly", "The Quarterly", "en", OutletKind.News),
            new("mirnae", "미르내신문", "ko", OutletKind.News) { Charset = "euc-kr" },
            new("haru", "하루뉴스", "ko", OutletKind.News) { Latency = TimeSpan.FromSeconds(3) },
            new("lantern", "Lantern & Sons", "en", OutletKind.News) { BrokenMarkup = true },
            new("ledger", "Civic Ledger", "en", OutletKind.News) { FailureShare = 0.5 },
            new("worldfeed", "worldfeed", "en", OutletKind.Forum),
            new("clipline", "Clipline", "en", OutletKind.Channel),
        ],
        [
            new("s1", "society", 0.8, StoryShape.Breaking, At(60), At(90), At(300), "The river Wey floods Dunmore."),
            new("s2", "economy", 0.3, StoryShape.Small, At(45), At(45), At(45), "Nuri Bank cuts its rate."),
        ],
        [.. Everything().OrderBy(p => p.Published).ThenBy(p => p.Id, StringComparer.Ordinal)]);

    public static DateTimeOffset At(int minutes) => Start.AddMinutes(minutes);

    private static IEnumerable<Publication> Everything() =>
    [
        Flood, Later, Pillow, Market, KoreanCard, Essay, OldKorean, Loud, Broken, Sick, LinkPost, SelfPost, Clip,
        .. Enumerable.Range(0, 45).Select(i => Article($"e0000{i:000}", "herald", 400 + i, PublicationKind.Evergreen, $"Garden notes number {i} for spring", "culture-life") with { Picture = new Picture("portrait", i) }),
        .. Enumerable.Range(0, 30).Select(i => new Publication
        {
            Id = $"70000{i:000}", Outlet = "worldfeed", Kind = PublicationKind.Post, Published = At(500 + i), Title = $"Small talk {i}", Paragraphs = ["So it goes."], Section = "other", Reception = new Reception(i, []),
        }),
    ];

    private static Publication Article(string id, string outlet, int minutes, PublicationKind kind, string title, string section) => new()
    {
        Id = id,
        Outlet = outlet,
        Kind = kind,
        Published = At(minutes),
        Title = title,
        Section = section,
        Paragraphs =
        [
            $"{title}, people in the town said on Monday morning while they waited for news.",
            "Nobody was surprised, and yet nobody had prepared for it in the weeks before.",
            "The council will meet again on Thursday to decide what is to be done about it.",
        ],
    };
}
