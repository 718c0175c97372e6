namespace TrendGrains.Press.World;

/// <summary>How much happens in a world.</summary>
/// <param name="StoriesPerDay">Scripted stories.</param>
/// <param name="ItemsPerDay">Publications of every kind, about.</param>
public sealed record WorldSize(int StoriesPerDay, int ItemsPerDay)
{
    /// <summary>Some thirty stories and eleven hundred publications in two days.</summary>
    public static WorldSize Usual { get; } = new(16, 570);

    internal int Stories(TimeSpan length) => Math.Max(2, (int)(length.Ticks * StoriesPerDay / TimeSpan.TicksPerDay));

    internal int Items(TimeSpan length) => Math.Max(10, (int)(length.Ticks / TimeSpan.TicksPerMinute * ItemsPerDay / (24 * 60)));
}
