using TrendGrains.Abstractions.Items;

namespace TrendGrains.Storage.Items;

/// <summary>An item that waits for the second durable point, locked.</summary>
/// <param name="IsFirst">It was never understood before.</param>
/// <param name="HasNumber">It had a number before; <paramref name="Seq"/> was that.</param>
/// <param name="HasArrived">A board was given it before: that stands, whatever is decided later.</param>
/// <param name="Seq">Its arrival number, once it has one.</param>
internal sealed record WaitingItem(UnderstoodItem Item, bool IsFirst, bool HasNumber, bool HasArrived, long? Seq, string Source, string Url)
{
    /// <summary>It is ready for the first time, or is ready for a board for the first time.</summary>
    public bool TakesNumber => IsReady && !HasArrived && (!HasNumber || Item.Board is not null);

    private bool IsReady => Item is { State: ItemState.Understood or ItemState.Partial, IsWithheld: false };
}
