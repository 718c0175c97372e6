namespace TrendGrains.Trends.Clustering;

/// <summary>What a board knows of an item when it decides where the item belongs.</summary>
public sealed record StoryItem
{
    public required Guid Id { get; init; }

    /// <summary>Place in the order of arrival; a board takes items in by it, strictly ascending.</summary>
    public required long Seq { get; init; }

    /// <summary>Event time: when it was published, as far as that can be true.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>Who says it; the voice that is counted once.</summary>
    public required string Source { get; init; }

    public string? Title { get; init; }
    public string Text { get; init; } = "";
    public string? Url { get; init; }

    /// <summary>BCP 47 tag, <c>und</c> where nobody knows.</summary>
    public string Language { get; init; } = "und";

    /// <summary>Place in the embedding space, unit length; null when the model could not say.</summary>
    public float[]? Vector { get; init; }
}
