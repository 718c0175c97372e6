using System.Globalization;
using TrendGrains.Press.World.Chances;
using TrendGrains.Press.World.Entities;

namespace TrendGrains.Press.World.Newsroom;

/// <summary>What a weekly-or-so paper printed in the years before a world begins, and goes on to print in it.</summary>
internal static class BackIssueDesk
{
    public const int Years = 6;

    private const ulong MapPart = 21;
    private const ulong IssuePart = 22;

    /// <summary>Share of days with an issue, of a hundred.</summary>
    private const int IssueDays = 40;

    private const int MostArticles = 6;

    /// <summary>The house whose reporters and habits the archive has.</summary>
    private static readonly House writers = Houses.News.First(h => h.Outlet.Slug == "harbour-chronicle");

    public static Outlet Outlet { get; } = new("old-quay-review", "The Old Quay Review", "en", OutletKind.Archive);

    public static IEnumerable<Publication> Write(PressWorld world)
    {
        var map = new Gazetteer(Chance.For((ulong)world.Seed, MapPart, 0), stories: 60);
        var day = new DateTimeOffset(world.Start.UtcDateTime.Date, TimeSpan.Zero).AddYears(-Years);
        for (var end = world.Start + world.Length; day < end; day = day.AddDays(1))
        {
            var chance = Chance.For((ulong)world.Seed, IssuePart, (ulong)day.ToUnixTimeSeconds());
            if (!chance.Percent(IssueDays))
            {
                continue;
            }

            var articles = chance.Between(1, MostArticles);
            for (var i = 0; i < articles; i++)
            {
                var id = string.Create(CultureInfo.InvariantCulture, $"q{day:yyMMdd}{i}");
                var at = day.AddHours(5).AddMinutes(i * 11);
                if (at < end)
                {
                    yield return Article(map, at, chance, id);
                }
            }
        }
    }

    /// <summary>An archive keeps no adverts.</summary>
    private static Publication Article(Gazetteer map, DateTimeOffset at, Chance chance, string id)
    {
        while (true)
        {
            var written = FillerDesk.Write(writers, map, at, chance, id);
            if (written.Kind != PublicationKind.Advert)
            {
                return written with { Outlet = Outlet.Slug, Picture = null };
            }
        }
    }
}
