using System.Globalization;
using TrendGrains.Press.World.Chances;
using TrendGrains.Press.World.Entities;
using TrendGrains.Press.World.Language;

namespace TrendGrains.Press.World.Newsroom;

/// <summary>What a portal takes over from many desks in the weeks before a world begins and while it lasts.</summary>
internal static class PortalDesk
{
    private const ulong MapPart = 23;
    private const ulong DayPart = 24;
    private const int DaysBefore = 30;
    private const int FewestADay = 10;
    private const int MostADay = 20;
    private const int EditedShare = 15;

    private static readonly House[] writers = [.. Houses.News.Where(h => h.Tongue == Tongue.Korean)];

    public static Outlet Outlet { get; } = new("moadam", "모아담", "ko", OutletKind.Portal);

    public static IEnumerable<Publication> Write(PressWorld world)
    {
        var map = new Gazetteer(Chance.For((ulong)world.Seed, MapPart, 0), stories: 60);
        var day = new DateTimeOffset(world.Start.UtcDateTime.Date, TimeSpan.Zero).AddDays(-DaysBefore);
        for (var end = world.Start + world.Length; day < end; day = day.AddDays(1))
        {
            var chance = Chance.For((ulong)world.Seed, DayPart, (ulong)day.ToUnixTimeSeconds());
            var count = chance.Between(FewestADay, MostADay);
            for (var i = 0; i < count; i++)
            {
                var at = day.AddMinutes(chance.Below(24 * 60));
                if (at < end)
                {
                    yield return Article(map, at, chance, string.Create(CultureInfo.InvariantCulture, $"m{day:yyMMdd}{i:00}"));
                }
            }
        }
    }

    private static Publication Article(Gazetteer map, DateTimeOffset at, Chance chance, string id)
    {
        var written = FillerDesk.Write(chance.Of(writers), map, at, chance, id);
        return written with
        {
            Outlet = Outlet.Slug,
            Picture = null,
            Tags = Tags(written.Title),
            Edits = chance.Percent(EditedShare)
                ? [new(at.AddMinutes(chance.Between(20, 600)), written.Title, [.. written.Paragraphs, written.Paragraphs[0]])]
                : [],
        };
    }

    /// <summary>The first words of the title that are long enough to mean something.</summary>
    private static string[] Tags(string title) =>
        [.. title.Split([' ', ',', '·', '…', '\'', '"', '‘', '’', '“', '”', '[', ']', '(', ')', '.', '?', '!', '%'], StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length >= 3 && !w.Any(char.IsAsciiDigit)).Take(2)];
}
