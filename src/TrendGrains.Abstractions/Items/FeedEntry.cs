using System.Text.Json.Serialization;

namespace TrendGrains.Abstractions.Items;

/// <summary>One entry of a feed, or one imported item: what was said about a page before the page itself was read.</summary>
[GenerateSerializer, Immutable, Alias("feed-entry")]
public sealed record FeedEntry
{
    /// <summary>The publisher's own identifier (RSS guid, Atom id), when there is one.</summary>
    [Id(0)] public string? Id { get; init; }

    /// <summary>Absolute URL of the page that the entry announces.</summary>
    [Id(1)] public string? Url { get; init; }

    [Id(2)] public string? Title { get; init; }
    [Id(3)] public string? Author { get; init; }
    [Id(4)] public DateTimeOffset? Published { get; init; }
    [Id(5)] public DateTimeOffset? Updated { get; init; }

    /// <summary>Short description, HTML or plain text as given.</summary>
    [Id(6)] public string? Summary { get; init; }

    /// <summary>Full content, HTML or plain text as given.</summary>
    [Id(7)] public string? Content { get; init; }

    [Id(8)] public FeedMedia[] Media { get; init; } = [];
    [Id(9)] public string[] Tags { get; init; } = [];

    /// <summary>BCP 47 tag, when the feed or the import states one.</summary>
    [Id(10)] public string? Language { get; init; }

    /// <summary>What its site counts. No part of what it says: a document keeps it beside the entry, so that a vote is no new version.</summary>
    [Id(11), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public Engagement? Engagement { get; init; }

    /// <summary>Whose it is where the feed gathers from many.</summary>
    [Id(12), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public FeedOrigin? Origin { get; init; }
}

/// <summary>The publisher of an entry.</summary>
/// <param name="Url">Absolute URL of its site or feed.</param>
[GenerateSerializer, Immutable, Alias("feed-origin")]
public sealed record FeedOrigin([property: Id(0)] string Name, [property: Id(1)] string? Url);

/// <summary>A picture, sound or video that an entry carries.</summary>
[GenerateSerializer, Immutable, Alias("feed-media")]
public sealed record FeedMedia([property: Id(0)] string Url, [property: Id(1)] string? Type, [property: Id(2)] long? Length);
