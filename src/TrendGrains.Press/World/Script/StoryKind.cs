using TrendGrains.Press.World.Grammar;
using TrendGrains.Press.World.Language;

namespace TrendGrains.Press.World.Script;

/// <summary>A kind of thing that happens, in both languages: flood, merger, cup final. Its files hold how each phase is told.</summary>
internal sealed class StoryKind
{
    /// <summary>The phase of lines that may be used at any time.</summary>
    public const int Always = -1;

    private readonly Dictionary<(Tongue Tongue, int Phase, LineRole Role), Template[]> lines;

    public StoryKind(string name, KindUse use, Dictionary<(Tongue Tongue, int Phase, LineRole Role), Template[]> lines, int phases)
    {
        Name = name;
        Use = use;
        Phases = phases;
        this.lines = lines;
    }

    public string Name { get; }

    public KindUse Use { get; }

    public int Phases { get; }

    public required string Topic { get; init; }

    /// <summary>Who is quoted and what surrounds it: sets of the lexicon, the topic's unless the kind names others.</summary>
    public required string Voices { get; init; }

    public required string Motif { get; init; }

    /// <summary>In hundredths.</summary>
    public required (int From, int To) Severity { get; init; }

    public required Template Gist { get; init; }

    public required SlotPlan[] Slots { get; init; }

    public Template[] Lines(Tongue tongue, int phase, LineRole role) => lines.GetValueOrDefault((tongue, phase, role), []);
}

internal enum KindUse
{
    Story,
    Noise,
    Advert,
    Evergreen,
}

internal enum LineRole
{
    Title,
    Lead,
    Fact,
    Quote,
    Background,
    OpinionTitle,
    Argument,
    PostTitle,
    ClipTitle,
}
