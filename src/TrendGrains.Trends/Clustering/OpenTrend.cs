using TrendGrains.Trends.Ranking;

namespace TrendGrains.Trends.Clustering;

/// <summary>A trend that may still take items.</summary>
internal sealed class OpenTrend
{
    /// <summary>
    /// Items kept to compare with. The oldest leaves: a story is what was said of it lately. Twenty cost more time and did not raise BCubed.
    /// </summary>
    public const int MostHeld = 12;

    /// <summary>Two texts that share this much of their shingles are one text under two mastheads.</summary>
    public const float CopyLikeness = 0.7f;

    public required Guid Id { get; init; }

    /// <summary>How many trends the board began before it: the order that ties are broken by.</summary>
    public required long Ordinal { get; init; }
    public required Guid FirstItem { get; init; }
    public DateTimeOffset FirstSeen { get; set; } = DateTimeOffset.MaxValue;
    public DateTimeOffset LastSeen { get; set; } = DateTimeOffset.MinValue;
    public int Items { get; set; }
    public Heat Heat { get; set; } = Heat.None;
    public string Label { get; set; } = "";
    public Voices Voices { get; } = new();
    public List<HeldItem> Held { get; } = [];

    /// <summary>Null while there is one item: that is its own middle.</summary>
    public Centroid? Middle { get; set; }

    /// <summary>So many items call for a new look at the label.</summary>
    public int NextReview { get; set; } = 1;

    /// <summary>Where the last held item that has a place stands.</summary>
    public HeldItem? LastVector => Held.FindLast(h => h.Vector is not null);

    /// <summary>Its place among the open trends, and its nodes in the index; not saved.</summary>
    public int Slot { get; set; } = -1;
    public List<int> Nodes { get; } = [];

    /// <summary>Its row in the <see cref="VectorWindow"/>, −1 outside.</summary>
    public int Row { get; set; } = -1;

    /// <summary>Counts the item in and says what is kept of it: false for a near-copy of something held.</summary>
    public bool Take(HeldItem item)
    {
        Items++;
        FirstSeen = item.Time < FirstSeen ? item.Time : FirstSeen;
        LastSeen = item.Time > LastSeen ? item.Time : LastSeen;
        var spoken = Voices.Hear(item.Source, item.Time);
        var original = CopyOf(item);
        var copies = original is null ? 0 : ++original.Copies;

        Heat = Heat.Add(item.Time, Math.Min(OfOneSource(1 + spoken), OfCopies(1 + copies)));
        return original is null;
    }

    /// <summary>
    /// 1 + 1/2 + … + 1/9, then squares: a source that has much to say of a story makes it hotter than one that says it once, and however
    /// much it says lately is below four voices.
    /// </summary>
    private static double OfOneSource(double said) => Math.Min(1 / said, 9 / (said * said));

    /// <summary>1 + 1/4 + 1/9 + … stays below 1.65: fifty copies are hardly more than one voice.</summary>
    private static double OfCopies(double copies) => 1 / (copies * copies);

    private HeldItem? CopyOf(HeldItem item)
    {
        foreach (var held in Held)
        {
            if (held.Agreement(item) >= CopyLikeness)
            {
                return held;
            }
        }

        return null;
    }
}
