using TrendGrains.Abstractions.Items;

namespace TrendGrains.Storage.Items;

/// <summary>A stored document that is to be understood, and the source it came from.</summary>
public sealed record PendingDocument(Guid ItemId, string Source, CrawledDocument Document);
