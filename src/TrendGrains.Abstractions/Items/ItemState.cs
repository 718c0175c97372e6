namespace TrendGrains.Abstractions.Items;

/// <summary>Where an item stands between the two durable points. Stored as the lower-case name.</summary>
[GenerateSerializer, Alias("item-state")]
public enum ItemState
{
    /// <summary>Stored with its raw body; nothing understood yet.</summary>
    Accepted,

    /// <summary>Read, measured and in its board's order.</summary>
    Understood,

    /// <summary>Understood, but a model's part is missing and will be tried again by its ItemGrain.</summary>
    Partial,

    /// <summary>A new version of its page was stored; its ItemGrain has yet to read it.</summary>
    Revised,

    /// <summary>Could not be read; the reason stands in the crawl log.</summary>
    Unreadable,

    /// <summary>Removed by a person; its key is kept so that it does not come back.</summary>
    Deleted,
}
