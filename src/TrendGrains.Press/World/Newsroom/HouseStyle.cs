using TrendGrains.Press.World.Language;
using TrendGrains.Press.World.Language.English;
using TrendGrains.Press.World.Language.Korean;

namespace TrendGrains.Press.World.Newsroom;

/// <summary>How one house writes: what stays the same from article to article whatever the story.</summary>
internal sealed record HouseStyle(Tongue Tongue)
{
    public KoreanNumberStyle KoreanNumbers { get; init; }

    public EnglishNumberStyle EnglishNumbers { get; init; }

    /// <summary>English headlines With Capitals.</summary>
    public bool TitleCase { get; init; }

    /// <summary>Which of several words that mean the same the house prefers.</summary>
    public int Habit { get; init; }

    /// <summary>Paragraphs of a usual article.</summary>
    public int Paragraphs { get; init; } = 7;

    /// <summary>Share of later mentions that say "the mayor" or "the company" in place of a name, 0-100.</summary>
    public int Roundabout { get; init; } = 25;

    /// <summary>Share of large numbers that are rounded ("more than 300"), 0-100.</summary>
    public int Rounding { get; init; } = 20;
}
