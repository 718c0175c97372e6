using TrendGrains.Press.World.Entities;
using TrendGrains.Press.World.Language;
using TrendGrains.Press.World.Timing;

namespace TrendGrains.Press.World.Script;

/// <summary>One story as decided before anybody writes about it.</summary>
internal sealed record StoryScript(string Id, StoryKind Kind, Cast Cast, StoryShape Shape, DateTimeOffset Start, TimeSpan Life)
{
    /// <summary>In hundredths.</summary>
    public required int Severity { get; init; }

    /// <summary>About how many publications.</summary>
    public required int Volume { get; init; }

    public required Tongue[] Tongues { get; init; }

    public int PhaseAt(DateTimeOffset time)
    {
        var gone = PermilleAt(time);
        var begins = ShapeCurve.Phases(Shape);
        var phase = 0;
        while (phase + 1 < begins.Length && phase + 1 < Kind.Phases && begins[phase + 1] <= gone)
        {
            phase++;
        }
        return phase;
    }

    public DateTimeOffset Begins(int phase) => Start + (Life * ShapeCurve.Phases(Shape)[phase] / 1000);

    /// <summary>Phases that this story lives to see.</summary>
    public int Phases => Math.Min(Kind.Phases, ShapeCurve.Phases(Shape).Length);

    private int PermilleAt(DateTimeOffset time) => (int)Math.Clamp((time - Start).Ticks / (Life.Ticks / 1000), 0, 1000);
}
