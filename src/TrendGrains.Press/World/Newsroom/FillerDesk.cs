using TrendGrains.Press.World.Chances;
using TrendGrains.Press.World.Entities;
using TrendGrains.Press.World.Grammar;
using TrendGrains.Press.World.Script;

namespace TrendGrains.Press.World.Newsroom;

/// <summary>What belongs to no story: news of one day, adverts, recipes and guides.</summary>
internal static class FillerDesk
{
    private static readonly StoryKind[] noise = StoryKinds.For(KindUse.Noise);
    private static readonly StoryKind[] stories = StoryKinds.For(KindUse.Story);
    private static readonly StoryKind[] adverts = StoryKinds.For(KindUse.Advert);
    private static readonly StoryKind[] evergreens = StoryKinds.For(KindUse.Evergreen);

    public static Publication Write(House house, Gazetteer map, DateTimeOffset at, Chance chance, string id)
    {
        var draw = chance.Below(100);
        // Some of the noise is the first report of something that would be a story if anybody followed it up.
        var (kind, publication) = draw switch
        {
            < 16 => (chance.Of(stories), PublicationKind.Noise),
            < 55 => (chance.Of(noise), PublicationKind.Noise),
            < 77 => (chance.Of(adverts), PublicationKind.Advert),
            _ => (chance.Of(evergreens), PublicationKind.Evergreen),
        };
        var cast = Casting.Of(kind, map, chance);
        var telling = new Telling(cast, publication == PublicationKind.Noise ? house.Style with { Paragraphs = 4 } : house.Style, 0, at, chance);
        return new Publication
        {
            Id = id,
            Outlet = house.Outlet.Slug,
            Kind = publication,
            Published = at,
            Title = telling.Headline(chance.Of(kind.Lines(house.Tongue, 0, LineRole.Title))),
            Paragraphs = publication == PublicationKind.Noise ? ArticleBody.Write(kind, telling) : Service(kind, telling),
            Byline = publication == PublicationKind.Advert ? null : Staff.Byline(house, chance),
            Section = kind.Topic,
            Picture = chance.Percent(60) ? new Picture(kind.Motif, chance.Below(1_000_000)) : null,
        };
    }

    /// <summary>Adverts and guides have no sources to quote and nothing that went before.</summary>
    private static string[] Service(StoryKind kind, Telling telling)
    {
        var facts = telling.Chance.Shuffled(kind.Lines(telling.Tongue, 0, LineRole.Fact));
        return
        [
            telling.Sentence(telling.Chance.Of(kind.Lines(telling.Tongue, 0, LineRole.Lead))),
            .. facts.Take(telling.Chance.Between(3, facts.Length)).Select(telling.Sentence),
        ];
    }
}
