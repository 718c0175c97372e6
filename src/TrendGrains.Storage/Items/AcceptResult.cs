namespace TrendGrains.Storage.Items;

/// <summary>What became of each document of a batch, in the batch's order.</summary>
public sealed record AcceptResult(AcceptedDocument[] Documents);

/// <param name="Index">Place in the batch.</param>
/// <param name="ItemId">The item that now holds the document's address.</param>
public sealed record AcceptedDocument(int Index, Guid ItemId, AcceptDisposition Disposition);

public enum AcceptDisposition
{
    /// <summary>Stored for the first time.</summary>
    New,

    /// <summary>Stored already; nothing changed.</summary>
    Known,

    /// <summary>Stored already, unchanged, and not understood yet: whoever stored it was stopped, or is at it.</summary>
    Pending,

    /// <summary>Stored already with another content; the old version is kept.</summary>
    Changed,
}
