using TrendGrains.Press.World.Chances;
using TrendGrains.Press.World.Entities;
using TrendGrains.Press.World.Language;

namespace TrendGrains.Press.World.Script;

/// <summary>
/// Decides what happens: kinds from a shuffled deck, one story in four the twin of another: the same kind at the same time
/// somewhere else, so that topic words alone cannot tell them apart.
/// </summary>
internal static class ScriptRoom
{
    private const ulong Part = 2;

    /// <summary>Share of all publications that belong to stories, of a hundred.</summary>
    private const int StoryShare = 72;

    /// <summary>Severity from which a story may be one that is overlooked, in hundredths.</summary>
    private const int Grave = 50;

    private static readonly StoryShape[] shapes =
    [
        StoryShape.Breaking, StoryShape.Growing, StoryShape.Breaking, StoryShape.Returning, StoryShape.Small, StoryShape.Hidden,
        StoryShape.Breaking, StoryShape.Growing, StoryShape.Small,
    ];

    public static StoryScript[] Write(ulong seed, DateTimeOffset start, TimeSpan length, WorldSize size, Gazetteer map)
    {
        var stories = size.Stories(length);
        var chance = Chance.For(seed, Part, 0);
        var kinds = chance.Shuffled(StoryKinds.For(KindUse.Story)).ToList();
        var shapeDeck = chance.Shuffled(shapes);
        var weights = Enumerable.Range(0, stories).Select(i => Weight(shapeDeck[i % shapeDeck.Length], chance)).ToArray();
        var items = size.Items(length) * StoryShare / 100;
        var all = weights.Sum();
        List<StoryScript> script = [];
        for (var i = 0; i < stories; i++)
        {
            var dice = Chance.For(seed, Part, (ulong)i + 1);
            var shape = shapeDeck[i % shapeDeck.Length];
            var twin = i % 4 == 3 && Suits(script[^1].Kind, shape) ? script[^1] : null;
            var kind = twin?.Kind ?? Deal(kinds, shape);
            var begin = twin is null ? Begin(i, stories, start, length, dice) : Beside(twin, start, length, dice);
            script.Add(new StoryScript($"story-{i + 1:D3}", kind, Casting.Of(kind, map, dice, twin?.Cast.Place), shape, begin, Life(shape, start + length - begin, dice))
            {
                Severity = dice.Between(shape == StoryShape.Hidden ? Math.Max(kind.Severity.From, Grave) : kind.Severity.From, kind.Severity.To),
                Volume = Math.Max(3, (int)((long)items * weights[i] / all)),
                Tongues = dice.Below(100) switch { < 66 => [Tongue.Korean, Tongue.English], < 84 => [Tongue.Korean], _ => [Tongue.English] },
            });
        }
        return [.. script];
    }

    /// <summary>What is overlooked has to be grave, or nobody would miss it.</summary>
    private static bool Suits(StoryKind kind, StoryShape shape) => shape != StoryShape.Hidden || kind.Severity.To > Grave;

    /// <summary>The next kind that suits; it goes back under the deck, so that every kind comes up before one comes again.</summary>
    private static StoryKind Deal(List<StoryKind> kinds, StoryShape shape)
    {
        var kind = kinds.First(k => Suits(k, shape));
        kinds.Remove(kind);
        kinds.Add(kind);
        return kind;
    }

    private static int Weight(StoryShape shape, Chance chance) => chance.Between(60, 150) * shape switch
    {
        StoryShape.Breaking => 40,
        StoryShape.Growing => 34,
        StoryShape.Returning => 38,
        StoryShape.Small => 5,
        _ => 13,
    };

    /// <summary>Spread over the first seven tenths, the first ones at once, so that something always happens soon.</summary>
    private static DateTimeOffset Begin(int index, int stories, DateTimeOffset start, TimeSpan length, Chance chance) =>
        start + Whole(length * 7 / 10 / stories * index) + Whole(length * 7 / 10 / stories / 1000 * chance.Below(1000));

    private static DateTimeOffset Beside(StoryScript twin, DateTimeOffset start, TimeSpan length, Chance chance)
    {
        var begin = twin.Start + Whole(twin.Life / 1000 * chance.Between(10, 350));
        var latest = start + (length * 8 / 10);
        return begin < latest ? begin : latest;
    }

    private static TimeSpan Life(StoryShape shape, TimeSpan left, Chance chance)
    {
        var hours = shape switch
        {
            StoryShape.Breaking => chance.Between(14, 40),
            StoryShape.Growing => chance.Between(20, 44),
            StoryShape.Returning => chance.Between(30, 46),
            StoryShape.Small => chance.Between(3, 10),
            _ => chance.Between(24, 44),
        };
        var life = TimeSpan.FromHours(hours);
        return life < left ? life : left;
    }

    private static TimeSpan Whole(TimeSpan time) => TimeSpan.FromSeconds(time.Ticks / TimeSpan.TicksPerSecond);
}
