namespace TrendGrains.Press.World.Timing;

/// <summary>How much is published as a story goes by: straight lines between points, both axes in thousandths.</summary>
internal static class ShapeCurve
{
    private static readonly (int At, int Weight)[] breaking = [(0, 1000), (80, 900), (200, 480), (500, 150), (1000, 25)];
    private static readonly (int At, int Weight)[] growing = [(0, 60), (300, 150), (700, 600), (850, 1000), (930, 500), (1000, 80)];
    private static readonly (int At, int Weight)[] returning = [(0, 850), (100, 700), (220, 150), (300, 8), (580, 2), (620, 900), (720, 1000), (850, 300), (1000, 40)];
    private static readonly (int At, int Weight)[] small = [(0, 1000), (1000, 100)];
    private static readonly (int At, int Weight)[] hidden = [(0, 60), (600, 70), (660, 150), (760, 900), (850, 1000), (1000, 200)];

    public static int WeightAt(StoryShape shape, int permille)
    {
        var curve = shape switch
        {
            StoryShape.Breaking => breaking,
            StoryShape.Growing => growing,
            StoryShape.Returning => returning,
            StoryShape.Small => small,
            _ => hidden,
        };
        for (var i = 1; i < curve.Length; i++)
        {
            if (permille <= curve[i].At)
            {
                var (from, to) = (curve[i - 1], curve[i]);
                return from.Weight + ((to.Weight - from.Weight) * (permille - from.At) / (to.At - from.At));
            }
        }
        return curve[^1].Weight;
    }

    /// <summary>Where in its life each phase begins, in thousandths.</summary>
    public static ReadOnlySpan<int> Phases(StoryShape shape) => shape switch
    {
        StoryShape.Breaking => [0, 150, 420, 720],
        StoryShape.Growing => [0, 350, 680, 860],
        StoryShape.Returning => [0, 140, 600, 760],
        StoryShape.Small => [0, 600],
        _ => [0, 600, 740, 880],
    };
}
