using System.Text;
using TrendGrains.Press.World.Chances;
using TrendGrains.Press.World.Entities;
using TrendGrains.Press.World.Language;
using TrendGrains.Press.World.Language.English;
using TrendGrains.Press.World.Language.Korean;
using TrendGrains.Press.World.Newsroom;

namespace TrendGrains.Press.World.Grammar;

/// <summary>One text being written: by whom, in which language, how far the story has come, and who was named already.</summary>
internal sealed class Telling(Cast cast, HouseStyle style, int phase, DateTimeOffset at, Chance chance)
{
    private readonly HashSet<object> named = [];

    public Cast Cast => cast;

    public HouseStyle Style => style;

    public Tongue Tongue => style.Tongue;

    /// <summary>How far the numbers have come.</summary>
    public int Phase { get; } = phase;

    /// <summary>The phase whose lines are told: that of the numbers, but for an edit, which keeps its lines.</summary>
    public int LinesOf { get; init; } = phase;

    public DateTimeOffset At => at;

    public Chance Chance => chance;

    /// <summary>True while a headline is written: names are short and nobody counts as introduced by it.</summary>
    public bool InHeadline { get; private set; }

    /// <summary>True for the first time in this text.</summary>
    public bool Introduces(object entity) => !InHeadline && named.Add(entity);

    public string Sentence(Template template)
    {
        var text = new StringBuilder(160);
        template.Write(text, this);
        return Tongue == Tongue.Korean ? KoreanParticles.Resolve(text.ToString()) : EnglishProse.Finish(text.ToString());
    }

    public string Headline(Template template)
    {
        InHeadline = true;
        var headline = Sentence(template);
        InHeadline = false;
        return style.TitleCase ? EnglishProse.TitleCase(headline) : headline;
    }
}
