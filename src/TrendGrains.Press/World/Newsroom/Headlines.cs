using TrendGrains.Press.World.Grammar;
using TrendGrains.Press.World.Language;
using TrendGrains.Press.World.Language.English;
using TrendGrains.Press.World.Language.Korean;
using TrendGrains.Press.World.Script;

namespace TrendGrains.Press.World.Newsroom;

/// <summary>The headlines of one story. Some are made for it, others say one of its facts; no house prints the same one twice if it can help it.</summary>
internal sealed class Headlines
{
    private const int Attempts = 5;

    /// <summary>Share that says a fact, of a hundred.</summary>
    private const int FromFact = 16;

    /// <summary>Share of those that name the place first.</summary>
    private const int Kicker = 85;

    private readonly HashSet<(House House, string Headline)> printed = [];

    public string Write(StoryKind kind, House house, Telling telling)
    {
        var headline = "";
        for (var i = 0; i < Attempts; i++)
        {
            headline = Draft(kind, telling);
            if (printed.Add((house, headline)))
            {
                break;
            }
        }
        return headline;
    }

    private static string Draft(StoryKind kind, Telling telling)
    {
        var (chance, tongue) = (telling.Chance, telling.Tongue);
        if (chance.Percent(FromFact) && Said(telling.Headline(chance.Of(kind.Lines(tongue, telling.LinesOf, LineRole.Fact))), tongue) is { } fact)
        {
            var place = telling.Cast.Place.Name.In(tongue);
            return !chance.Percent(Kicker) || fact.Contains(place, StringComparison.Ordinal) ? fact : $"{place}{(tongue == Tongue.Korean ? "…" : ":")} {fact}";
        }
        return telling.Headline(chance.Of(kind.Lines(tongue, telling.LinesOf, LineRole.Title)));
    }

    /// <summary>A sentence as a headline; null when it is too long or too short for one.</summary>
    private static string? Said(string sentence, Tongue tongue) =>
        tongue == Tongue.Korean ? KoreanHeadline.Of(sentence) : EnglishProse.HeadlineOf(sentence);
}
