using TrendGrains.Press.World.Language;
using TrendGrains.Press.World.Language.English;
using TrendGrains.Press.World.Language.Korean;

namespace TrendGrains.Press.World.Newsroom;

/// <summary>The mastheads, boards and channels of every world, all invented, with their habits and ailments.</summary>
internal static class Houses
{
    public static readonly House[] News =
    [
        Paper("garamsae", "가람새일보", new HouseStyle(Tongue.Korean) { Habit = 1, KoreanNumbers = KoreanNumberStyle.Thousands, Paragraphs = 8, Roundabout = 20 }),
        Paper("nurisol", "누리솔신문", new HouseStyle(Tongue.Korean) { Habit = 2, KoreanNumbers = KoreanNumberStyle.Comma, Paragraphs = 6, Roundabout = 35 }),
        Paper("onmaru", "온마루경제", new HouseStyle(Tongue.Korean) { Habit = 3, KoreanNumbers = KoreanNumberStyle.Plain, Paragraphs = 7, Rounding = 45 }),
        Paper("mirnae", "미르내신문", new HouseStyle(Tongue.Korean) { Habit = 4, KoreanNumbers = KoreanNumberStyle.Thousands, Paragraphs = 5, Roundabout = 45 },
            o => o with { Charset = "euc-kr" }),
        Paper("harangnews", "하랑뉴스", new HouseStyle(Tongue.Korean) { Habit = 5, KoreanNumbers = KoreanNumberStyle.Comma, Paragraphs = 4, Rounding = 40 }),
        Paper("meridian-post", "The Meridian Post", new HouseStyle(Tongue.English) { Habit = 6, EnglishNumbers = EnglishNumberStyle.SmallInWords, Paragraphs = 9, Roundabout = 20 }),
        Paper("harbour-chronicle", "Harbour Chronicle", new HouseStyle(Tongue.English) { Habit = 7, EnglishNumbers = EnglishNumberStyle.HundredsInWords, Paragraphs = 7, Roundabout = 45 }),
        Paper("northgate-daily", "Northgate Daily", new HouseStyle(Tongue.English) { Habit = 8, EnglishNumbers = EnglishNumberStyle.Digits, TitleCase = true, Paragraphs = 6, Rounding = 45 },
            o => o with { Latency = TimeSpan.FromSeconds(3) }),
        Paper("lantern-news", "Lantern News", new HouseStyle(Tongue.English) { Habit = 9, EnglishNumbers = EnglishNumberStyle.SmallInWords, TitleCase = true, Paragraphs = 5, Roundabout = 35 },
            o => o with { BrokenMarkup = true }),
        Paper("civic-ledger", "Civic Ledger", new HouseStyle(Tongue.English) { Habit = 10, EnglishNumbers = EnglishNumberStyle.Digits, Paragraphs = 8, Rounding = 30 },
            o => o with { FailureShare = 0.12 }),
    ];

    public static readonly House[] Boards =
    [
        Other("madang", "마당", Tongue.Korean, OutletKind.Forum),
        Other("worldfeed", "worldfeed", Tongue.English, OutletKind.Forum),
        Other("arena", "arena", Tongue.English, OutletKind.Forum) with { Topics = ["sports", "entertainment", "culture-life", "other"] },
    ];

    public static readonly House[] Channels =
    [
        Other("harucast", "하루캐스트", Tongue.Korean, OutletKind.Channel),
        Other("clipline", "Clipline", Tongue.English, OutletKind.Channel),
    ];

    public static readonly Outlet[] Outlets = [.. News.Concat(Boards).Concat(Channels).Select(h => h.Outlet)];

    /// <summary>The agencies whose copy several mastheads print.</summary>
    public static string Agency(Tongue tongue) => tongue == Tongue.Korean ? "나래온통신" : "Pelican Wire";

    /// <summary>The board or channel of a language for a topic: the one that keeps to the topic before the one for all.</summary>
    public static House For(House[] houses, Tongue tongue, string topic) =>
        houses.LastOrDefault(h => h.Tongue == tongue && (h.Topics.Length == 0 || h.Topics.Contains(topic))) ?? houses[0];

    private static House Paper(string slug, string name, HouseStyle style, Func<Outlet, Outlet>? ailment = null)
    {
        var outlet = new Outlet(slug, name, style.Tongue.Code(), OutletKind.News);
        return new House(ailment?.Invoke(outlet) ?? outlet, style);
    }

    private static House Other(string slug, string name, Tongue tongue, OutletKind kind) =>
        new(new Outlet(slug, name, tongue.Code(), kind), new HouseStyle(tongue) { Paragraphs = 2 });
}
