namespace TrendGrains.Press.World.Entities;

/// <summary>Who and what one story is about, by the slots of its kind.</summary>
internal sealed class Cast(IReadOnlyDictionary<string, Slot> slots)
{
    public Slot Slot(string name) => slots.TryGetValue(name, out var slot) ? slot : throw new KeyNotFoundException($"The story has no slot '{name}'.");

    public Place Place => (Place)Slot("place");
}
