using TrendGrains.Press.World;

namespace TrendGrains.Press.Hosting;

/// <summary>How a world is served.</summary>
public sealed record PressOptions
{
    /// <summary>Decides the world; 1-99 for development, 100 and up for final scoring.</summary>
    public int Seed { get; init; } = 7;

    /// <summary>When the world begins; null: 2026-01-05T00:00Z, or two days before the present with <see cref="UntilPresent"/>.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>How long the world goes on; with <see cref="UntilPresent"/>, beyond the present.</summary>
    public TimeSpan Length { get; init; } = TimeSpan.FromHours(48);

    /// <summary>How many stories and publications a day.</summary>
    public WorldSize Size { get; init; } = WorldSize.Usual;

    /// <summary>Outlets of other shapes beside the usual ones; they change nothing of the rest of the world.</summary>
    public SiteShapes Shapes { get; init; }

    /// <summary>How far into the world the clock begins: what is older is published already. Null: at its start, or twelve hours with <see cref="UntilPresent"/>.</summary>
    public TimeSpan? Already { get; init; }

    /// <summary>Simulated seconds a real second.</summary>
    public double Speed { get; init; } = 60;

    /// <summary>The clock stands until the side door moves it.</summary>
    public bool Frozen { get; init; }

    /// <summary>Runs at its speed to the real present and then along with it.</summary>
    public bool UntilPresent { get; init; }

    /// <summary>The side door's port; the outlets follow in order. 0 for free ones.</summary>
    public int Port { get; init; }

    /// <summary>Slow hosts are slow and failing hosts fail; false for a press without trouble.</summary>
    public bool Faults { get; init; } = true;

    /// <summary>Called with the path of every request, for those who wait for the n-th.</summary>
    public Action<string>? Heard { get; init; }
}
