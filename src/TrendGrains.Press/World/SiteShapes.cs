namespace TrendGrains.Press.World;

/// <summary>Outlets that stand beside the usual ones only when they are asked for.</summary>
[Flags]
public enum SiteShapes
{
    None = 0,

    /// <summary>Years of back issues behind a front page that shows little.</summary>
    Archive = 1,

    /// <summary>Listings above all: by section, order, tag, author and day.</summary>
    Portal = 2,
}
