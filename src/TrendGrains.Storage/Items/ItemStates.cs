using TrendGrains.Abstractions.Items;

namespace TrendGrains.Storage.Items;

/// <summary>The stored spelling of <see cref="ItemState"/>.</summary>
internal static class ItemStates
{
    public static string Code(ItemState state) => state.ToString().ToLowerInvariant();

    public static ItemState Parse(string code) => Enum.Parse<ItemState>(code, ignoreCase: true);
}
