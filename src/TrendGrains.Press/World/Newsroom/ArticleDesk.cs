using TrendGrains.Press.World.Chances;
using TrendGrains.Press.World.Grammar;
using TrendGrains.Press.World.Language;
using TrendGrains.Press.World.Script;

namespace TrendGrains.Press.World.Newsroom;

/// <summary>Reports, developments, opinion and agency copy about one story.</summary>
internal static class ArticleDesk
{
    /// <summary>Share of reports that change later, of a hundred.</summary>
    private const int Edited = 12;

    private const int WithPicture = 65;

    /// <summary>Share of reports that still tell the phase before.</summary>
    private const int Late = 8;

    public static Publication Report(StoryScript story, House house, Headlines headlines, DateTimeOffset at, Chance chance, string id)
    {
        var phase = story.PhaseAt(at);
        phase = phase > 0 && chance.Percent(Late) ? phase - 1 : phase;
        var telling = new Telling(story.Cast, house.Style, phase, at, chance);
        var title = headlines.Write(story.Kind, house, telling);
        var again = chance.Copy();
        var article = Article(story, house, at, chance, id) with
        {
            Kind = phase == 0 ? PublicationKind.Report : PublicationKind.Development,
            Title = title,
            Paragraphs = ArticleBody.Write(story.Kind, telling),
        };
        return chance.Percent(Edited) ? article with { Edits = [Edit(story, house, headlines, phase, at, chance, again)] } : article;
    }

    /// <summary>An opinion piece: what the writer thinks, with few words of the story itself.</summary>
    public static Publication Opinion(StoryScript story, House house, DateTimeOffset at, Chance chance, string id)
    {
        var (kind, tongue) = (story.Kind, house.Tongue);
        var telling = new Telling(story.Cast, house.Style, story.PhaseAt(at), at, chance);
        var lexicon = Lexicon.Of(tongue);
        // Most columns say once what happened; the others take it as known.
        var reminder = chance.Percent(60) ? kind.Lines(tongue, telling.Phase, LineRole.Lead) : kind.Lines(tongue, StoryKind.Always, LineRole.Background);
        Template[] order =
        [
            chance.Of(lexicon.Set("opinion.open")),
            chance.Of(lexicon.Set("opinion.anchor")),
            chance.Of(reminder),
            .. chance.Shuffled(kind.Lines(tongue, StoryKind.Always, LineRole.Argument)).Take(2),
            .. chance.Shuffled([.. lexicon.Set("opinion.middle"), chance.Of(lexicon.Set($"context.{kind.Voices}"))]).Take(chance.Between(1, 4)),
            chance.Of(lexicon.Set("opinion.close")),
        ];
        return Article(story, house, at, chance, id) with
        {
            Kind = PublicationKind.Opinion,
            Title = telling.Headline(chance.Of(kind.Lines(tongue, StoryKind.Always, LineRole.OpinionTitle))),
            Paragraphs = [.. order.Select(telling.Sentence)],
        };
    }

    /// <summary>The text as the agency sends it, once a phase and language.</summary>
    public static string[] AgencyCopy(StoryScript story, Tongue tongue, int phase, DateTimeOffset at, Chance chance)
    {
        var telling = new Telling(story.Cast, new HouseStyle(tongue) { Paragraphs = 7, Roundabout = 15, Rounding = 0 }, phase, at, chance);
        var body = ArticleBody.Write(story.Kind, telling);
        var place = story.Cast.Place.Name.In(tongue);
        body[0] = tongue == Tongue.Korean
            ? $"({place}={Houses.Agency(tongue)}) {body[0]}"
            : $"{place.ToUpperInvariant()} ({Houses.Agency(tongue)}) - {body[0]}";
        return body;
    }

    /// <summary>Agency copy under a masthead: another headline, a paragraph or two cut, nothing rewritten.</summary>
    public static Publication Wire(StoryScript story, House house, Headlines headlines, int phase, string[] copy, DateTimeOffset at, Chance chance, string id)
    {
        var telling = new Telling(story.Cast, house.Style, phase, at, chance);
        var kept = copy.ToList();
        for (var cuts = chance.Below(3); cuts > 0 && kept.Count > 3; cuts--)
        {
            kept.RemoveAt(chance.Percent(60) ? kept.Count - 1 : chance.Between(1, kept.Count - 1));
        }
        return Article(story, house, at, chance, id) with
        {
            Kind = PublicationKind.Wire,
            Title = headlines.Write(story.Kind, house, telling),
            Paragraphs = [.. kept],
            Byline = Houses.Agency(house.Tongue),
        };
    }

    private static Publication Article(StoryScript story, House house, DateTimeOffset at, Chance chance, string id) => new()
    {
        Id = id,
        Outlet = house.Outlet.Slug,
        Story = story.Id,
        Kind = PublicationKind.Report,
        Published = at,
        Title = "",
        Paragraphs = [],
        Byline = Staff.Byline(house, chance),
        Section = story.Kind.Topic,
        Tags = chance.Percent(50) ? [Lexicon.Of(house.Tongue).Word($"topic.{story.Kind.Topic}"), story.Cast.Place.Name.In(house.Tongue)] : [],
        Picture = chance.Percent(WithPicture) ? new Picture(story.Kind.Motif, chance.Below(1_000_000)) : null,
    };

    /// <summary>The same words with the numbers known by then, another title, and a line that says so.</summary>
    private static PublicationEdit Edit(StoryScript story, House house, Headlines headlines, int phase, DateTimeOffset at, Chance chance, Chance again)
    {
        var when = at + TimeSpan.FromMinutes(chance.Between(25, 300));
        var figures = Math.Min(Math.Max(phase, story.PhaseAt(when)) + (chance.Percent(50) ? 1 : 0), story.Phases - 1);
        var telling = new Telling(story.Cast, house.Style, Math.Max(figures, phase), when, again) { LinesOf = phase };
        var body = ArticleBody.Write(story.Kind, telling);
        return new PublicationEdit(when, headlines.Write(story.Kind, house, telling),
            [.. body, telling.Sentence(chance.Of(Lexicon.Of(house.Tongue).Set("update")))]);
    }
}
