using TrendGrains.Abstractions.Items;

namespace TrendGrains.Storage.Items;

/// <summary>An item that waits for the second durable point, locked.</summary>
/// <param name="IsFirst">It was never understood before.</param>
/// <param name="HasNumber">It arrived before; <paramref name="Seq"/> is that number.</param>
/// <param name="Seq">Its arrival number, once it has one.</param>
internal sealed record WaitingItem(UnderstoodItem Item, bool IsFirst, bool HasNumber, long? Seq, string Source, string Url)
{
    public bool IsReady => Item.State is ItemState.Understood or ItemState.Partial;
}
